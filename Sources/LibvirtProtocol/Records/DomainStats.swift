import XDR

/// What a disk has done (`virDomainBlockStatsStruct`); -1 where the hypervisor does not count.
public struct DomainBlockStats: Hashable, Sendable {
  /// Read requests.
  public var rdReq: Int64
  /// Bytes read.
  public var rdBytes: Int64
  /// Write requests.
  public var wrReq: Int64
  /// Bytes written.
  public var wrBytes: Int64
  /// Errors, as Xen counts them.
  public var errs: Int64

  /// A record of its fields.
  public init(rdReq: Int64, rdBytes: Int64, wrReq: Int64, wrBytes: Int64, errs: Int64) {
    self.rdReq = rdReq
    self.rdBytes = rdBytes
    self.wrReq = wrReq
    self.wrBytes = wrBytes
    self.errs = errs
  }
}

extension DomainBlockStats: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    rdReq.encode(into: &writer)
    rdBytes.encode(into: &writer)
    wrReq.encode(into: &writer)
    wrBytes.encode(into: &writer)
    errs.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    rdReq = try reader.read()
    rdBytes = try reader.read()
    wrReq = try reader.read()
    wrBytes = try reader.read()
    errs = try reader.read()
  }
}

/// What a network interface has done (`virDomainInterfaceStatsStruct`); -1 where the hypervisor does not count.
public struct DomainInterfaceStats: Hashable, Sendable {
  /// Bytes received.
  public var rxBytes: Int64
  /// Packets received.
  public var rxPackets: Int64
  /// Errors when receiving.
  public var rxErrs: Int64
  /// Packets dropped when receiving.
  public var rxDrop: Int64
  /// Bytes sent.
  public var txBytes: Int64
  /// Packets sent.
  public var txPackets: Int64
  /// Errors when sending.
  public var txErrs: Int64
  /// Packets dropped when sending.
  public var txDrop: Int64

  /// A record of its fields.
  public init(
    rxBytes: Int64,
    rxPackets: Int64,
    rxErrs: Int64,
    rxDrop: Int64,
    txBytes: Int64,
    txPackets: Int64,
    txErrs: Int64,
    txDrop: Int64
  ) {
    self.rxBytes = rxBytes
    self.rxPackets = rxPackets
    self.rxErrs = rxErrs
    self.rxDrop = rxDrop
    self.txBytes = txBytes
    self.txPackets = txPackets
    self.txErrs = txErrs
    self.txDrop = txDrop
  }
}

extension DomainInterfaceStats: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    rxBytes.encode(into: &writer)
    rxPackets.encode(into: &writer)
    rxErrs.encode(into: &writer)
    rxDrop.encode(into: &writer)
    txBytes.encode(into: &writer)
    txPackets.encode(into: &writer)
    txErrs.encode(into: &writer)
    txDrop.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    rxBytes = try reader.read()
    rxPackets = try reader.read()
    rxErrs = try reader.read()
    rxDrop = try reader.read()
    txBytes = try reader.read()
    txPackets = try reader.read()
    txErrs = try reader.read()
    txDrop = try reader.read()
  }
}

/// One memory figure of a guest (`virDomainMemoryStatStruct`).
public struct DomainMemoryStat: Hashable, Sendable {
  /// What it is: a `DomainMemoryStatTag`.
  public var tag: Int32
  /// KiB for most tags; see the tag.
  public var val: UInt64

  /// A record of its fields.
  public init(tag: Int32, val: UInt64) {
    self.tag = tag
    self.val = val
  }
}

extension DomainMemoryStat: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    tag.encode(into: &writer)
    val.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    tag = try reader.read()
    val = try reader.read()
  }
}

/// The figures of one domain (`virDomainStatsRecord`).
public struct DomainStatsRecord: Hashable, Sendable {
  /// The domain.
  public var dom: DomainRef
  /// The figures, by dotted names such as `state.state`.
  public var params: Bounded<262144, TypedParameter>

  /// A record of its fields.
  public init(dom: DomainRef, params: Bounded<262144, TypedParameter>) {
    self.dom = dom
    self.params = params
  }
}

extension DomainStatsRecord: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try dom.encode(into: &writer)
    try params.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    dom = try reader.read()
    params = try reader.read()
  }
}
