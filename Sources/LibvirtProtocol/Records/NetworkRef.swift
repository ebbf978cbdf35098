import XDR

/// Which virtual network is meant (`remote_nonnull_network`).
public struct NetworkRef: Hashable, Sendable {
  /// Its name, unique on the host.
  public var name: String
  /// Its UUID.
  public var uuid: UUID

  /// A record of its fields.
  public init(name: String, uuid: UUID) {
    self.name = name
    self.uuid = uuid
  }
}

extension NetworkRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    uuid.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    uuid = try reader.read()
  }
}

/// Which port of a virtual network is meant (`remote_nonnull_network_port`).
public struct NetworkPortRef: Hashable, Sendable {
  /// The network it belongs to.
  public var net: NetworkRef
  /// The port's UUID.
  public var uuid: UUID

  /// A record of its fields.
  public init(net: NetworkRef, uuid: UUID) {
    self.net = net
    self.uuid = uuid
  }
}

extension NetworkPortRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try net.encode(into: &writer)
    uuid.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    net = try reader.read()
    uuid = try reader.read()
  }
}
