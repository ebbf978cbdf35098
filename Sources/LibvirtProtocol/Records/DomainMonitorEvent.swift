import XDR

/// Something that QEMU said on its monitor.
public struct DomainMonitorEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// QEMU's name of the event.
  public var event: String
  /// When: seconds since 1970.
  public var seconds: Int64
  /// Microseconds within the second.
  public var micros: UInt32
  /// More about it, in JSON.
  public var details: String?

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, event: String, seconds: Int64, micros: UInt32, details: String?) {
    self.callbackID = callbackID
    self.dom = dom
    self.event = event
    self.seconds = seconds
    self.micros = micros
    self.details = details
  }
}

extension DomainMonitorEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    try event.encode(into: &writer)
    seconds.encode(into: &writer)
    micros.encode(into: &writer)
    try details.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    event = try reader.read()
    seconds = try reader.read()
    micros = try reader.read()
    details = try reader.read()
  }
}
