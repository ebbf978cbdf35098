/// libvirt's fixed array of `length` `char`: four bytes for each, no count.
@frozen
public struct FixedChars<let length: Int>: Hashable, Sendable {
  /// The characters' low 8 bits: always `length` of them.
  public let bytes: [UInt8]

  /// The first `length - 1` bytes of a text, then zero bytes, so that a C string always ends.
  @inlinable
  public init(_ text: String) {
    let kept = Array(text.utf8.prefix(max(0, length - 1)))
    bytes = kept + Array(repeating: 0, count: length - kept.count)
  }

  /// The text up to the first zero byte; what is not valid UTF-8 becomes U+FFFD.
  @inlinable
  public var text: String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}

extension FixedChars: XDREncodable, XDRDecodable {
  /// Appends four bytes for each character, sign-extended.
  @inlinable
  public func encode(into writer: inout XDRWriter) {
    for byte in bytes { XDRChar(rawValue: Int8(bitPattern: byte)).encode(into: &writer) }
  }

  /// Reads four bytes for each character.
  /// - Throws: `XDRError` of kind `truncated`.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length)
    for _ in 0..<length { bytes.append(UInt8(truncatingIfNeeded: try reader.readWord())) }
    self.bytes = bytes
  }
}
