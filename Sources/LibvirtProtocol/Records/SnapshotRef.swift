import XDR

/// Which snapshot is meant (`remote_nonnull_domain_snapshot`).
public struct SnapshotRef: Hashable, Sendable {
  /// Its name within the domain.
  public var name: String
  /// The domain it was taken of.
  public var dom: DomainRef

  /// A record of its fields.
  public init(name: String, dom: DomainRef) {
    self.name = name
    self.dom = dom
  }
}

extension SnapshotRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    try dom.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    dom = try reader.read()
  }
}

/// Which checkpoint is meant (`remote_nonnull_domain_checkpoint`).
public struct CheckpointRef: Hashable, Sendable {
  /// Its name within the domain.
  public var name: String
  /// The domain it was made of.
  public var dom: DomainRef

  /// A record of its fields.
  public init(name: String, dom: DomainRef) {
    self.name = name
    self.dom = dom
  }
}

extension CheckpointRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try name.encode(into: &writer)
    try dom.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    name = try reader.read()
    dom = try reader.read()
  }
}
