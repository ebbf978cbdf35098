import XDR

/// An event as the callback form delivers it: with the registration that asked for it.
public struct Callback<Message: XDRCodable & Hashable & Sendable>: Hashable, Sendable {
  /// The number that registering returned.
  public var callbackID: Int32
  /// The event itself.
  public var msg: Message

  /// An event for a registration.
  public init(callbackID: Int32, msg: Message) {
    self.callbackID = callbackID
    self.msg = msg
  }
}

extension Callback: XDRCodable {
  /// Appends the registration and the event.
  /// - Throws: `XDRError` when the event exceeds a bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try msg.encode(into: &writer)
  }

  /// Reads the registration and the event.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    msg = try reader.read()
  }
}

/// An event of power management as the callback form delivers it: with a reason, which libvirt never gives (0).
public struct CallbackWithReason<Message: XDRCodable & Hashable & Sendable>: Hashable, Sendable {
  /// The number that registering returned.
  public var callbackID: Int32
  /// Always 0.
  public var reason: Int32
  /// The event itself.
  public var msg: Message

  /// An event for a registration.
  public init(callbackID: Int32, reason: Int32 = 0, msg: Message) {
    self.callbackID = callbackID
    self.reason = reason
    self.msg = msg
  }
}

extension CallbackWithReason: XDRCodable {
  /// Appends the registration, the reason and the event.
  /// - Throws: `XDRError` when the event exceeds a bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    reason.encode(into: &writer)
    try msg.encode(into: &writer)
  }

  /// Reads the registration, the reason and the event.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    reason = try reader.read()
    msg = try reader.read()
  }
}
