import XDR

/// Tuning of a domain was changed.
public struct DomainTunableEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// What was changed, with the new values.
  public var params: Bounded<2048, TypedParameter>

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, params: Bounded<2048, TypedParameter>) {
    self.callbackID = callbackID
    self.dom = dom
    self.params = params
  }
}

extension DomainTunableEvent: XDRCodable {
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

/// The agent in a guest came or went.
public struct DomainAgentLifecycleEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// A `DomainEventAgentLifecycleState`.
  public var state: Int32
  /// A `DomainEventAgentLifecycleReason`.
  public var reason: Int32

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, state: Int32, reason: Int32) {
    self.callbackID = callbackID
    self.dom = dom
    self.state = state
    self.reason = reason
  }
}

extension DomainAgentLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    state.encode(into: &writer)
    reason.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    state = try reader.read()
    reason = try reader.read()
  }
}

/// Title, description or metadata of a domain changed.
public struct DomainMetadataChangeEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// A `DomainMetadataType`.
  public var type: Int32
  /// The namespace of the metadata element.
  public var nsuri: String?

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, type: Int32, nsuri: String?) {
    self.callbackID = callbackID
    self.dom = dom
    self.type = type
    self.nsuri = nsuri
  }
}

extension DomainMetadataChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    type.encode(into: &writer)
    try nsuri.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    type = try reader.read()
    nsuri = try reader.read()
  }
}
