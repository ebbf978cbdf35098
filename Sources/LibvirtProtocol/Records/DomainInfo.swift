import XDR

/// A domain in brief (`virDomainInfo`).
public struct DomainInfo: Hashable, Sendable {
  /// Its `DomainRunState`.
  public var state: XDRUChar
  /// The most memory it may have, in KiB.
  public var maxMem: UInt64
  /// Memory it has now, in KiB.
  public var memory: UInt64
  /// Its virtual CPUs.
  public var nrVirtCpu: XDRUShort
  /// CPU time used, in nanoseconds.
  public var cpuTime: UInt64

  /// A record of its fields.
  public init(state: XDRUChar, maxMem: UInt64, memory: UInt64, nrVirtCpu: XDRUShort, cpuTime: UInt64) {
    self.state = state
    self.maxMem = maxMem
    self.memory = memory
    self.nrVirtCpu = nrVirtCpu
    self.cpuTime = cpuTime
  }
}

extension DomainInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    state.encode(into: &writer)
    maxMem.encode(into: &writer)
    memory.encode(into: &writer)
    nrVirtCpu.encode(into: &writer)
    cpuTime.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    state = try reader.read()
    maxMem = try reader.read()
    memory = try reader.read()
    nrVirtCpu = try reader.read()
    cpuTime = try reader.read()
  }
}

/// The state of a domain and why it is in it.
public struct DomainState: Hashable, Sendable {
  /// A `DomainRunState`.
  public var state: Int32
  /// Why: a number whose meaning depends on the state, such as a `DomainRunningReason`.
  public var reason: Int32

  /// A record of its fields.
  public init(state: Int32, reason: Int32) {
    self.state = state
    self.reason = reason
  }
}

extension DomainState: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    state.encode(into: &writer)
    reason.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    state = try reader.read()
    reason = try reader.read()
  }
}

/// The state of the way to a domain's hypervisor process (`virDomainControlInfo`).
public struct DomainControlInfo: Hashable, Sendable {
  /// A `DomainControlState`.
  public var state: UInt32
  /// A `DomainControlErrorReason` if the state is error, otherwise 0.
  public var details: UInt32
  /// Milliseconds since the state was entered.
  public var stateTime: UInt64

  /// A record of its fields.
  public init(state: UInt32, details: UInt32, stateTime: UInt64) {
    self.state = state
    self.details = details
    self.stateTime = stateTime
  }
}

extension DomainControlInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    state.encode(into: &writer)
    details.encode(into: &writer)
    stateTime.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    state = try reader.read()
    details = try reader.read()
    stateTime = try reader.read()
  }
}
