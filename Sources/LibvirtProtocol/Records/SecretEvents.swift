import XDR

/// A secret came or went.
public struct SecretLifecycleEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The secret.
  public var secret: SecretRef
  /// A `SecretEventLifecycleType`.
  public var event: Int32
  /// Always 0.
  public var detail: Int32

  /// A record of its fields.
  public init(callbackID: Int32, secret: SecretRef, event: Int32, detail: Int32) {
    self.callbackID = callbackID
    self.secret = secret
    self.event = event
    self.detail = detail
  }
}

extension SecretLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try secret.encode(into: &writer)
    event.encode(into: &writer)
    detail.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    secret = try reader.read()
    event = try reader.read()
    detail = try reader.read()
  }
}

/// The value of a secret was set.
public struct SecretValueChangedEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The secret.
  public var secret: SecretRef

  /// A record of its fields.
  public init(callbackID: Int32, secret: SecretRef) {
    self.callbackID = callbackID
    self.secret = secret
  }
}

extension SecretValueChangedEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try secret.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    secret = try reader.read()
  }
}
