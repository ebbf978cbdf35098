import XDR

/// A storage pool came, went, started or stopped.
public struct StoragePoolLifecycleEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The pool.
  public var pool: StoragePoolRef
  /// A `StoragePoolEventLifecycleType`.
  public var event: Int32
  /// Always 0.
  public var detail: Int32

  /// A record of its fields.
  public init(callbackID: Int32, pool: StoragePoolRef, event: Int32, detail: Int32) {
    self.callbackID = callbackID
    self.pool = pool
    self.event = event
    self.detail = detail
  }
}

extension StoragePoolLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try pool.encode(into: &writer)
    event.encode(into: &writer)
    detail.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    pool = try reader.read()
    event = try reader.read()
    detail = try reader.read()
  }
}

/// A storage pool looked for its volumes anew.
public struct StoragePoolRefreshEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The pool.
  public var pool: StoragePoolRef

  /// A record of its fields.
  public init(callbackID: Int32, pool: StoragePoolRef) {
    self.callbackID = callbackID
    self.pool = pool
  }
}

extension StoragePoolRefreshEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try pool.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    pool = try reader.read()
  }
}
