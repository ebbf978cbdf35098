import XDR

/// Which network filter is meant (`remote_nonnull_nwfilter`).
public struct NWFilterRef: Hashable, Sendable {
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

extension NWFilterRef: XDRCodable {
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

/// Which use of a network filter is meant (`remote_nonnull_nwfilter_binding`).
public struct NWFilterBindingRef: Hashable, Sendable {
  /// The host interface that is filtered: the key.
  public var portdev: String
  /// The filter in use.
  public var filtername: String

  /// A record of its fields.
  public init(portdev: String, filtername: String) {
    self.portdev = portdev
    self.filtername = filtername
  }
}

extension NWFilterBindingRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try portdev.encode(into: &writer)
    try filtername.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    portdev = try reader.read()
    filtername = try reader.read()
  }
}
