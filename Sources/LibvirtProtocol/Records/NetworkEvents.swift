import XDR

/// A virtual network came, went, started or stopped.
public struct NetworkLifecycleEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The network.
  public var net: NetworkRef
  /// A `NetworkEventLifecycleType`.
  public var event: Int32
  /// Always 0.
  public var detail: Int32

  /// A record of its fields.
  public init(callbackID: Int32, net: NetworkRef, event: Int32, detail: Int32) {
    self.callbackID = callbackID
    self.net = net
    self.event = event
    self.detail = detail
  }
}

extension NetworkLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try net.encode(into: &writer)
    event.encode(into: &writer)
    detail.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    net = try reader.read()
    event = try reader.read()
    detail = try reader.read()
  }
}
