import XDR

/// Which storage pool is meant (`remote_nonnull_storage_pool`).
public struct StoragePoolRef: Hashable, Sendable {
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

extension StoragePoolRef: XDRCodable {
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

/// Which storage volume is meant (`remote_nonnull_storage_vol`).
public struct StorageVolRef: Hashable, Sendable {
  /// The pool's name.
  public var pool: String
  /// Its name within the pool.
  public var name: String
  /// Its key, unique on the host: often its path.
  public var key: String

  /// A record of its fields.
  public init(pool: String, name: String, key: String) {
    self.pool = pool
    self.name = name
    self.key = key
  }
}

extension StorageVolRef: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try pool.encode(into: &writer)
    try name.encode(into: &writer)
    try key.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    pool = try reader.read()
    name = try reader.read()
    key = try reader.read()
  }
}
