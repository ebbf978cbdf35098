/// A value with a wire form in the External Data Representation (RFC 4506), big-endian and padded to four bytes.
public protocol XDREncodable {
  /// Appends the wire form.
  /// - Throws: `XDRError` when the value exceeds a bound of its own type; what was appended until then stays.
  func encode(into writer: inout XDRWriter) throws
}

/// A value that can be read from its wire form.
public protocol XDRDecodable {
  /// Reads one value and moves the reader behind it.
  /// - Throws: `XDRError` on truncated input, exceeded bounds and impossible discriminants. Bad input never traps.
  init(from reader: inout XDRReader) throws
}

/// Both directions: what arguments, replies and events of remote procedures are made of.
public typealias XDRCodable = XDREncodable & XDRDecodable

extension XDREncodable {
  /// The wire form alone.
  /// - Throws: `XDRError` when the value exceeds a bound of its own type.
  @inlinable
  public func encoded() throws -> [UInt8] {
    var writer = XDRWriter()
    try encode(into: &writer)
    return writer.bytes
  }
}

extension XDRDecodable {
  /// Reads a value from the beginning of `bytes`; what follows it is ignored, as both ends of libvirt's protocol do.
  /// - Throws: `XDRError` on malformed input.
  @inlinable
  public init(decoding bytes: [UInt8]) throws {
    var reader = XDRReader(bytes)
    try self.init(from: &reader)
  }
}
