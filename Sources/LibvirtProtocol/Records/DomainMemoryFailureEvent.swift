import XDR

/// Memory of the host or guest failed.
public struct DomainMemoryFailureEvent: Hashable, Sendable {
  /// The registration that asked for it.
  public var callbackID: Int32
  /// The domain.
  public var dom: DomainRef
  /// Who is told: a `DomainMemoryFailureRecipient`.
  public var recipient: Int32
  /// What is done: a `DomainMemoryFailureAction`.
  public var action: Int32
  /// `DomainMemoryFailureFlags`.
  public var flags: UInt32

  /// A record of its fields.
  public init(callbackID: Int32, dom: DomainRef, recipient: Int32, action: Int32, flags: UInt32) {
    self.callbackID = callbackID
    self.dom = dom
    self.recipient = recipient
    self.action = action
    self.flags = flags
  }
}

extension DomainMemoryFailureEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    callbackID.encode(into: &writer)
    try dom.encode(into: &writer)
    recipient.encode(into: &writer)
    action.encode(into: &writer)
    flags.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    callbackID = try reader.read()
    dom = try reader.read()
    recipient = try reader.read()
    action = try reader.read()
    flags = try reader.read()
  }
}
