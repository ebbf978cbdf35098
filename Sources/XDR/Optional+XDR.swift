extension Optional: XDREncodable where Wrapped: XDREncodable {
  /// Appends 1 and the value, or 0.
  @inlinable
  public func encode(into writer: inout XDRWriter) throws {
    guard let value = self else { return writer.append(0 as UInt32) }
    writer.append(1 as UInt32)
    try value.encode(into: &writer)
  }
}

extension Optional: XDRDecodable where Wrapped: XDRDecodable {
  /// Reads a presence word and, after 1, the value.
  /// - Throws: `XDRError` of kind `badBoolean` for any word but 0 and 1.
  @inlinable
  public init(from reader: inout XDRReader) throws {
    let start = reader.offset
    switch try reader.readWord() {
    case 0: self = nil
    case 1: self = try Wrapped(from: &reader)
    case let word: throw XDRError(.badBoolean(word), offset: start)
    }
  }
}
