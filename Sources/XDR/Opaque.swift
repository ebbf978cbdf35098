/// Variable opaque data of at most `bound` bytes: a count, the bytes, padding.
@frozen
public struct Opaque<let bound: Int>: Hashable, Sendable {
  /// The bytes.
  public var bytes: [UInt8]

  /// Data made of the bytes of a sequence.
  @inlinable
  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }
}

extension Opaque: ExpressibleByArrayLiteral {
  /// Data made of the bytes written down.
  @inlinable
  public init(arrayLiteral elements: UInt8...) {
    bytes = elements
  }
}

extension Opaque: XDREncodable, XDRDecodable {
  /// Appends count, bytes and padding.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` bytes.
  @inlinable
  public func encode(into writer: inout XDRWriter) throws {
    try writer.append(count: bytes.count, bound: bound)
    writer.appendPadded(bytes)
  }

  /// Reads count, bytes and padding.
  /// - Throws: `XDRError` of kind `tooLong` above `bound` bytes, or `truncated`.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    let count = try reader.readCount(bound: bound, stride: 1)
    bytes = Array(try reader.readPadded(count))
  }
}
