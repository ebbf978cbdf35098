import XDR

/// Someone connected to, or left, a guest's display.
public struct DomainGraphicsEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// A `DomainEventGraphicsPhase`.
  public var phase: Int32
  /// Where the server is.
  public var local: DomainGraphicsAddress
  /// Where the client is.
  public var remote: DomainGraphicsAddress
  /// How the client proved itself.
  public var authScheme: String
  /// Who the client is.
  public var subject: Bounded<20, DomainGraphicsIdentity>

  /// A record of its fields.
  public init(
    dom: DomainRef,
    phase: Int32,
    local: DomainGraphicsAddress,
    remote: DomainGraphicsAddress,
    authScheme: String,
    subject: Bounded<20, DomainGraphicsIdentity>
  ) {
    self.dom = dom
    self.phase = phase
    self.local = local
    self.remote = remote
    self.authScheme = authScheme
    self.subject = subject
  }
}

extension DomainGraphicsEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    phase.encode(into: &writer)
    try local.encode(into: &writer)
    try remote.encode(into: &writer)
    try authScheme.encode(into: &writer)
    try subject.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    phase = try reader.read()
    local = try reader.read()
    remote = try reader.read()
    authScheme = try reader.read()
    subject = try reader.read()
  }
}

/// One end of a connection to a display.
public struct DomainGraphicsAddress: Hashable, Sendable {
  /// A `DomainEventGraphicsAddressType`.
  public var family: Int32
  /// The address, or the path of a socket.
  public var node: String
  /// The port.
  public var service: String

  /// A record of its fields.
  public init(family: Int32, node: String, service: String) {
    self.family = family
    self.node = node
    self.service = service
  }
}

extension DomainGraphicsAddress: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    family.encode(into: &writer)
    try node.encode(into: &writer)
    try service.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    family = try reader.read()
    node = try reader.read()
    service = try reader.read()
  }
}

/// A name by which a client of a display is known.
public struct DomainGraphicsIdentity: Hashable, Sendable {
  /// What kind of name, such as `x509dname` or `saslUsername`.
  public var type: String
  /// The name.
  public var name: String

  /// A record of its fields.
  public init(type: String, name: String) {
    self.type = type
    self.name = name
  }
}

extension DomainGraphicsIdentity: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try type.encode(into: &writer)
    try name.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    name = try reader.read()
  }
}
