import XDR

/// A storage pool in brief (`virStoragePoolInfo`).
public struct StoragePoolInfo: Hashable, Sendable {
  /// A `StoragePoolState`.
  public var state: XDRUChar
  /// Bytes in all.
  public var capacity: UInt64
  /// Bytes in use.
  public var allocation: UInt64
  /// Bytes free.
  public var available: UInt64

  /// A record of its fields.
  public init(state: XDRUChar, capacity: UInt64, allocation: UInt64, available: UInt64) {
    self.state = state
    self.capacity = capacity
    self.allocation = allocation
    self.available = available
  }
}

extension StoragePoolInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    state.encode(into: &writer)
    capacity.encode(into: &writer)
    allocation.encode(into: &writer)
    available.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    state = try reader.read()
    capacity = try reader.read()
    allocation = try reader.read()
    available = try reader.read()
  }
}

/// A storage volume in brief (`virStorageVolInfo`).
public struct StorageVolInfo: Hashable, Sendable {
  /// A `StorageVolType`.
  public var type: XDRChar
  /// Bytes that a guest sees.
  public var capacity: UInt64
  /// Bytes in use; the physical size if that was asked for.
  public var allocation: UInt64

  /// A record of its fields.
  public init(type: XDRChar, capacity: UInt64, allocation: UInt64) {
    self.type = type
    self.capacity = capacity
    self.allocation = allocation
  }
}

extension StorageVolInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    type.encode(into: &writer)
    capacity.encode(into: &writer)
    allocation.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    type = try reader.read()
    capacity = try reader.read()
    allocation = try reader.read()
  }
}
