import XDR

/// Which device of the host is meant (`remote_nonnull_node_device`).
public struct NodeDeviceRef: Hashable, Sendable {
  /// Its name, such as `pci_0000_00_1f_2`.
  public var name: String

  /// A record of its fields.
  public init(name: String) {
    self.name = name
  }
}

extension NodeDeviceRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
  }
}
