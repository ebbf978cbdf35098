/// libvirt's variable array of `char`, at most `bound` of them: a count, then four bytes for each.
@frozen
public struct BoundedChars<let bound: Int>: Hashable, Sendable {
  /// The characters' low 8 bits.
  public var bytes: [UInt8]

  /// The bytes of a sequence.
  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// A C string: the UTF-8 bytes and, as libvirt's senders do, the zero byte that ends it.
  @inlinable
  public init(cString text: String) {
    bytes = Array(text.utf8) + [0]
  }

  /// The text up to the first zero byte; what is not valid UTF-8 becomes U+FFFD.
  @inlinable
  public var text: String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}

extension BoundedChars: XDREncodable, XDRDecodable {
  /// Appends the count and four bytes for each character, sign-extended.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` characters.
  @inlinable
  public func encode(into writer: inout XDRWriter) throws {
    try writer.append(count: bytes.count, bound: bound)
    for byte in bytes { XDRChar(rawValue: Int8(bitPattern: byte)).encode(into: &writer) }
  }

  /// Reads the count and four bytes for each character.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` characters, or `truncated`.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    let count = try reader.readCount(bound: bound, stride: 4)
    bytes = []
    bytes.reserveCapacity(count)
    for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: try reader.readWord())) }
  }
}
