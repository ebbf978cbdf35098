import XDR

/// The 16 bytes that name a domain, network, pool, secret or filter for good (`opaque[16]` on the wire).
public struct UUID: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// Eight and eight bytes, the first in text being the most significant ones.
  public init(high: UInt64 = 0, low: UInt64 = 0) {
    self.high = high
    self.low = low
  }

  /// A UUID of exactly 16 bytes, otherwise nil.
  ///
  /// Not of `some Collection`: to look up a collection's parts at run time takes as long as a thirtieth of a start.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for byte in bytes { (high, low) = (high << 8 | low >> 56, low << 8 | UInt64(byte)) }
    self.init(high: high, low: low)
  }

  /// A UUID from its text: 32 hexadecimal digits in pairs. As libvirt reads it, hyphens may stand or lack before any pair, and blanks
  /// may surround it; anything else is nil.
  public init?(_ text: some StringProtocol) {
    var digits = Array(text.utf8.drop(while: Self.isBlank))[...]
    var bytes: [UInt8] = []
    while bytes.count < 16 {
      guard let first = digits.popFirst() else { return nil }
      if first == UInt8(ascii: "-") { continue }
      guard let high = Self.value(ofDigit: first), let second = digits.popFirst(), let low = Self.value(ofDigit: second) else { return nil }
      bytes.append(high << 4 | low)
    }
    guard digits.allSatisfy(Self.isBlank) else { return nil }
    self.init(bytes: bytes)
  }

  /// The 16 bytes, in the order of the text.
  public var bytes: [UInt8] {
    [high, low].flatMap { word in stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) } }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension UUID: CustomStringConvertible {
  /// The usual form: lower case, hyphens after 8, 12, 16 and 20 digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (position, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(position) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UUID: XDREncodable, XDRDecodable {
  /// Appends the 16 bytes.
  public func encode(into writer: inout XDRWriter) {
    writer.append(high)
    writer.append(low)
  }

  /// Reads the 16 bytes.
  /// - Throws: `XDRError` of kind `truncated`.
  public init(from reader: inout XDRReader) throws {
    high = try reader.readLongWord()
    low = try reader.readLongWord()
  }
}
