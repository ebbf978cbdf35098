import XDR

/// A migration began to send memory once more.
public struct DomainMigrationIterationEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// How often, from 1.
  public var iteration: Int32

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, iteration: Int32) {
    self.callbackID = callbackID
    self.dom = dom
    self.iteration = iteration
  }
}

extension DomainMigrationIterationEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    iteration.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    iteration = try reader.read()
  }
}

/// A long operation on a domain ended.
public struct DomainJobCompletedEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// Its figures, as in `DomainJobStats`.
  public var params: Bounded<64, TypedParameter>

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, params: Bounded<64, TypedParameter>) {
    self.callbackID = callbackID
    self.dom = dom
    self.params = params
  }
}

extension DomainJobCompletedEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try params.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    params = try reader.read()
  }
}
