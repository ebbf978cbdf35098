/// Sizes with a suffix, as libvirt reads them: `512`, `64KiB`, `64k`, `1gb`.
///
/// `b`, `byte` and `bytes` are bytes; `k`, `m`, `g`, `t`, `p`, `e` alone or with `iB` count in powers of 1024, with `B` in
/// powers of 1000. Case does not matter; blanks before the suffix, fractions and minus signs are refused.
public enum Scaled {
  /// Why a text is not a size.
  public enum Failure: Error, Sendable, Hashable {
    /// It does not begin with a number that fits.
    case malformed
    /// What follows the number is no suffix.
    case unknownSuffix(String)
    /// The bytes do not fit 64 bits; the text is the number and its suffix.
    case tooLarge(String)

    /// libvirt's own message, which virsh prints as a second line. None for `malformed`.
    public var reason: String? {
      switch self {
      case .malformed: nil
      case .unknownSuffix(let suffix): "invalid argument: unknown suffix '\(suffix)'"
      case .tooLarge(let text): "numerical overflow: value too large: \(text)"
      }
    }
  }

  /// The size in bytes; `unit` is the number of bytes meant by a number without a suffix, `limit` the most that is accepted.
  public static func bytes(_ text: String, unit: UInt64, limit: UInt64 = .max) throws(Failure) -> UInt64 {
    guard let number = DecimalPrefix(text), !number.isNegative else { throw .malformed }
    return try bytes(number, unit: unit, limit: limit)
  }

  static func bytes(_ number: DecimalPrefix, unit: UInt64, limit: UInt64) throws(Failure) -> UInt64 {
    guard let count = number.magnitude else { throw .malformed }
    guard let scale = number.rest.isEmpty ? unit : scale(of: number.rest) else {
      throw .unknownSuffix(String(number.rest))
    }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: scale)
    if overflow || bytes > limit { throw .tooLarge("\(count)\(number.rest)") }
    return bytes
  }

  /// The size in bytes, with virsh's usual message if the text is none.
  public static func parse(_ text: String, option: String, unit: UInt64, limit: UInt64 = .max) throws(UsageError) -> UInt64 {
    do {
      return try bytes(text, unit: unit, limit: limit)
    } catch {
      throw .describing("Scaled numeric value '\(text)' for <\(option)> option is malformed or out of range", error)
    }
  }

  private static func scale(of suffix: Substring) -> UInt64? {
    let letters = suffix.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if ["b", "byte", "bytes"].contains(where: { letters.elementsEqual($0.utf8) }) { return 1 }
    let base: UInt64
    switch letters.count {
    case 1: base = 1024
    case 2 where letters[1] == UInt8(ascii: "b"): base = 1000
    case 3 where letters[1] == UInt8(ascii: "i") && letters[2] == UInt8(ascii: "b"): base = 1024
    default: return nil
    }
    guard let power = "kmgtpe".utf8.firstIndex(of: letters[0]) else { return nil }
    let steps = "kmgtpe".utf8.distance(from: "kmgtpe".utf8.startIndex, to: power) + 1
    return (0..<steps).reduce(1) { product, _ in product * base }
  }
}

extension UsageError {
  /// A sentence of virsh's, followed by libvirt's reason if there is one.
  public static func describing(_ sentence: String, _ failure: Scaled.Failure) -> UsageError {
    UsageError(lines: [sentence] + (failure.reason.map { [$0] } ?? []))
  }
}
