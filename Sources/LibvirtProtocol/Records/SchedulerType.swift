import XDR

/// Which scheduler a domain runs under.
public struct SchedulerType: Hashable, Sendable {
  /// Its name, such as `posix` or `credit`.
  public var type: String
  /// How many parameters it has.
  public var nparams: Int32

  /// A record of its fields.
  public init(type: String, nparams: Int32) {
    self.type = type
    self.nparams = nparams
  }
}

extension SchedulerType: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try type.encode(into: &writer)
    nparams.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    nparams = try reader.read()
  }
}
