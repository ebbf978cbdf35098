import XDR

/// One CPU figure of the host (`virNodeCPUStats`).
public struct NodeCPUStat: Hashable, Sendable {
  /// Its name, such as `kernel` or `utilization`.
  public var field: String
  /// Nanoseconds, or percent for `utilization`.
  public var value: UInt64

  /// A record of its fields.
  public init(field: String, value: UInt64) {
    self.field = field
    self.value = value
  }
}

extension NodeCPUStat: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try field.encode(into: &writer)
    value.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    field = try reader.read()
    value = try reader.read()
  }
}

/// One memory figure of the host (`virNodeMemoryStats`).
public struct NodeMemoryStat: Hashable, Sendable {
  /// Its name, such as `total` or `free`.
  public var field: String
  /// KiB.
  public var value: UInt64

  /// A record of its fields.
  public init(field: String, value: UInt64) {
    self.field = field
    self.value = value
  }
}

extension NodeMemoryStat: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try field.encode(into: &writer)
    value.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    field = try reader.read()
    value = try reader.read()
  }
}

/// Which CPUs of the host are online.
public struct NodeCPUMap: Hashable, Sendable {
  /// A bit for each CPU, the lowest bit of the first byte first; empty if it was not asked for.
  public var cpumap: Opaque<2048>
  /// How many are online; 0 if it was not asked for.
  public var online: UInt32
  /// How many the host has.
  public var ret: Int32

  /// A record of its fields.
  public init(cpumap: Opaque<2048>, online: UInt32, ret: Int32) {
    self.cpumap = cpumap
    self.online = online
    self.ret = ret
  }
}

extension NodeCPUMap: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cpumap.encode(into: &writer)
    online.encode(into: &writer)
    ret.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cpumap = try reader.read()
    online = try reader.read()
    ret = try reader.read()
  }
}
