import XDR

/// Which interface of the host is meant (`remote_nonnull_interface`).
public struct InterfaceRef: Hashable, Sendable {
  /// Its name, such as `eth0`.
  public var name: String
  /// Its MAC address as text; may be empty.
  public var mac: String

  /// A record of its fields.
  public init(name: String, mac: String) {
    self.name = name
    self.mac = mac
  }
}

extension InterfaceRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    try mac.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    mac = try reader.read()
  }
}
