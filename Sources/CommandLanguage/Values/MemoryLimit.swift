/// A limit of memory: an amount whose plain numbers count KiB, or any negative number for none.
public struct MemoryLimit: OptionValue, Hashable {
  /// libvirt's number for no limit, in KiB: 2^53 - 1.
  public static let unlimited: UInt64 = 9_007_199_254_740_991

  /// The limit in KiB, rounded up.
  public let kibibytes: UInt64

  /// A limit in KiB.
  public init(kibibytes: UInt64) { self.kibibytes = kibibytes }

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a limit; throws virsh's message, and libvirt's reason after it. What follows a negative number does not matter.
  public static func parse(_ text: String, option: String) throws(UsageError) -> MemoryLimit {
    let sentence = "Unable to parse integer parameter \(option)"
    guard let number = DecimalPrefix(text), let magnitude = number.magnitude, magnitude <= Int64.max.magnitude else {
      throw UsageError(sentence)
    }
    if number.isNegative, magnitude > 0 { return MemoryLimit(kibibytes: unlimited) }
    do {
      return MemoryLimit(kibibytes: KiB(bytes: try Scaled.bytes(number, unit: 1024, limit: Int64.max.magnitude)).kibibytes)
    } catch {
      throw .describing(sentence, error)
    }
  }
}
