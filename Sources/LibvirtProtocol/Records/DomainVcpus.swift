import XDR

/// One virtual CPU (`virVcpuInfo`).
public struct VcpuInfo: Hashable, Sendable {
  /// Its number in the guest.
  public var number: UInt32
  /// A `VcpuState`.
  public var state: Int32
  /// CPU time used, in nanoseconds.
  public var cpuTime: UInt64
  /// The host CPU it runs on, or a negative `VcpuHostCpuState`.
  public var cpu: Int32

  /// A record of its fields.
  public init(number: UInt32, state: Int32, cpuTime: UInt64, cpu: Int32) {
    self.number = number
    self.state = state
    self.cpuTime = cpuTime
    self.cpu = cpu
  }
}

extension VcpuInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    number.encode(into: &writer)
    state.encode(into: &writer)
    cpuTime.encode(into: &writer)
    cpu.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    number = try reader.read()
    state = try reader.read()
    cpuTime = try reader.read()
    cpu = try reader.read()
  }
}

/// The virtual CPUs of a running domain and where they may run.
public struct DomainVcpus: Hashable, Sendable {
  /// One for each virtual CPU.
  public var info: Bounded<16384, VcpuInfo>
  /// For each virtual CPU a map of host CPUs, `maplen` bytes each, one after another.
  public var cpumaps: Opaque<8_388_608>

  /// A record of its fields.
  public init(info: Bounded<16384, VcpuInfo>, cpumaps: Opaque<8_388_608>) {
    self.info = info
    self.cpumaps = cpumaps
  }
}

extension DomainVcpus: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try info.encode(into: &writer)
    try cpumaps.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    info = try reader.read()
    cpumaps = try reader.read()
  }
}

/// Where the virtual CPUs of a domain may run.
public struct VcpuPinInfo: Hashable, Sendable {
  /// For each virtual CPU a map of host CPUs, `maplen` bytes each, one after another.
  public var cpumaps: Opaque<8_388_608>
  /// How many maps there are.
  public var num: Int32

  /// A record of its fields.
  public init(cpumaps: Opaque<8_388_608>, num: Int32) {
    self.cpumaps = cpumaps
    self.num = num
  }
}

extension VcpuPinInfo: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cpumaps.encode(into: &writer)
    num.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cpumaps = try reader.read()
    num = try reader.read()
  }
}

/// Where the emulator threads of a domain may run.
public struct EmulatorPinInfo: Hashable, Sendable {
  /// A map of host CPUs.
  public var cpumaps: Opaque<8_388_608>
  /// 1 if there is a map, 0 if they are not pinned.
  public var ret: Int32

  /// A record of its fields.
  public init(cpumaps: Opaque<8_388_608>, ret: Int32) {
    self.cpumaps = cpumaps
    self.ret = ret
  }
}

extension EmulatorPinInfo: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    try cpumaps.encode(into: &writer)
    ret.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    cpumaps = try reader.read()
    ret = try reader.read()
  }
}

/// One I/O thread of a domain (`virDomainIOThreadInfo`).
public struct IOThreadInfo: Hashable, Sendable {
  /// Its number.
  public var iothreadId: UInt32
  /// The host CPUs it may run on.
  public var cpumap: Opaque<2048>

  /// A record of its fields.
  public init(iothreadId: UInt32, cpumap: Opaque<2048>) {
    self.iothreadId = iothreadId
    self.cpumap = cpumap
  }
}

extension IOThreadInfo: XDRCodable {
  /// Appends the fields in order.
  /// - Throws: `XDRError` when one exceeds its bound.
  public func encode(into writer: inout XDRWriter) throws {
    iothreadId.encode(into: &writer)
    try cpumap.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    iothreadId = try reader.read()
    cpumap = try reader.read()
  }
}
