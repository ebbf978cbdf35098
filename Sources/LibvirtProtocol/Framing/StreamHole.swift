import XDR

/// The payload of a message of type `streamHole`: a stretch without data in a sparse stream (`virNetStreamHole`).
public struct StreamHole: Hashable, Sendable {
  /// Its length in bytes.
  public var length: Int64
  /// Always 0.
  public var flags: UInt32

  /// A hole of `length` bytes.
  public init(length: Int64, flags: UInt32 = 0) {
    self.length = length
    self.flags = flags
  }
}

extension StreamHole: XDREncodable, XDRDecodable {
  /// Appends both words.
  public func encode(into writer: inout XDRWriter) {
    length.encode(into: &writer)
    flags.encode(into: &writer)
  }

  /// Reads both words.
  /// - Throws: `XDRError` of kind `truncated`.
  public init(from reader: inout XDRReader) throws {
    length = try reader.read()
    flags = try reader.read()
  }
}
