import XDR

/// A domain came, went, started or stopped.
public struct DomainLifecycleEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// A `DomainEventType`.
  public var event: Int32
  /// Why: depends on the event, such as a `DomainEventStartedDetail`.
  public var detail: Int32

  /// A record of its fields.
  public init(dom: DomainRef, event: Int32, detail: Int32) {
    self.dom = dom
    self.event = event
    self.detail = detail
  }
}

extension DomainLifecycleEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    event.encode(into: &writer)
    detail.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    event = try reader.read()
    detail = try reader.read()
  }
}

/// A guest set its clock.
public struct DomainRTCChangeEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// Seconds from the base of its clock.
  public var offset: Int64

  /// A record of its fields.
  public init(dom: DomainRef, offset: Int64) {
    self.dom = dom
    self.offset = offset
  }
}

extension DomainRTCChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    offset.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    offset = try reader.read()
  }
}

/// A guest's watchdog fired.
public struct DomainWatchdogEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// What is done about it: a `DomainEventWatchdogAction`.
  public var action: Int32

  /// A record of its fields.
  public init(dom: DomainRef, action: Int32) {
    self.dom = dom
    self.action = action
  }
}

extension DomainWatchdogEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    action.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    action = try reader.read()
  }
}

/// A guest's memory balloon changed.
public struct DomainBalloonChangeEvent: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The memory it has now, in KiB.
  public var actual: UInt64

  /// A record of its fields.
  public init(dom: DomainRef, actual: UInt64) {
    self.dom = dom
    self.actual = actual
  }
}

extension DomainBalloonChangeEvent: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    actual.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    actual = try reader.read()
  }
}
