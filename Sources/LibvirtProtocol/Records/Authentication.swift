import XDR

/// What the server says in the middle of, or at the end of, SASL authentication.
public struct SASLStep: Hashable, Sendable {
  /// 1 once the server is content.
  public var complete: Int32
  /// 1 if there is no data at all, as against empty data.
  public var `nil`: Int32
  /// What the mechanism of the client gets next.
  public var data: BoundedChars<65536>

  /// A record of its fields.
  public init(complete: Int32, `nil`: Int32, data: BoundedChars<65536>) {
    self.complete = complete
    self.nil = `nil`
    self.data = data
  }
}

extension SASLStep: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    complete.encode(into: &writer)
    `nil`.encode(into: &writer)
    try data.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    complete = try reader.read()
    `nil` = try reader.read()
    data = try reader.read()
  }
}
