/// An amount of memory; a number without a suffix counts KiB.
public struct KiB: OptionValue, Hashable {
  /// The amount in bytes.
  public let bytes: UInt64

  /// An amount in bytes.
  public init(bytes: UInt64) {
    self.bytes = bytes
  }

  /// The amount in KiB, rounded up, as libvirt's calls want it.
  public var kibibytes: UInt64 { bytes / 1024 + (bytes % 1024 == 0 ? 0 : 1) }

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a size whose plain numbers count KiB; throws virsh's message, and libvirt's reason after it.
  public static func parse(_ text: String, option: String) throws(UsageError) -> KiB {
    KiB(bytes: try Scaled.parse(text, option: option, unit: 1024))
  }
}

/// An amount of data; a number without a suffix counts bytes.
public struct Bytes: OptionValue, Hashable {
  /// The amount in bytes.
  public let count: UInt64

  /// An amount in bytes.
  public init(_ count: UInt64) {
    self.count = count
  }

  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a size whose plain numbers count bytes; throws virsh's message, and libvirt's reason after it.
  public static func parse(_ text: String, option: String) throws(UsageError) -> Bytes {
    Bytes(try Scaled.parse(text, option: option, unit: 1))
  }
}

/// The size of a volume: bytes unless a suffix says otherwise. virsh spells it as a string and words its error differently.
public struct VolumeSize: OptionValue, Hashable {
  /// The size in bytes.
  public let bytes: UInt64

  /// A size in bytes.
  public init(bytes: UInt64) {
    self.bytes = bytes
  }

  /// Reads a size whose plain numbers count bytes; throws `Malformed size`, and libvirt's reason after it.
  public static func parse(_ text: String, option: String) throws(UsageError) -> VolumeSize {
    do {
      return VolumeSize(bytes: try Scaled.bytes(text, unit: 1))
    } catch {
      throw .describing("Malformed size \(text)", error)
    }
  }
}
