import XDR

/// A device of the host came or went.
public struct NodeDeviceLifecycleEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The device.
  public var dev: NodeDeviceRef
  /// A `NodeDeviceEventLifecycleType`.
  public var event: Int32
  /// Always 0.
  public var detail: Int32

  /// A record of its fields.
  public init(callbackID: Int32, dev: NodeDeviceRef, event: Int32, detail: Int32) {
    self.callbackID = callbackID
    self.dev = dev
    self.event = event
    self.detail = detail
  }
}

extension NodeDeviceLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dev.encode(into: &writer)
    event.encode(into: &writer)
    detail.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dev = try reader.read()
    event = try reader.read()
    detail = try reader.read()
  }
}

/// What is known of a device of the host changed.
public struct NodeDeviceUpdateEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The device.
  public var dev: NodeDeviceRef

  /// A record of its fields.
  public init(callbackID: Int32, dev: NodeDeviceRef) {
    self.callbackID = callbackID
    self.dev = dev
  }
}

extension NodeDeviceUpdateEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dev.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dev = try reader.read()
  }
}
