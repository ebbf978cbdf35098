import XDR

/// The host in brief (`virNodeInfo`).
public struct NodeInfo: Hashable, Sendable {
  /// The CPU model, such as `x86_64`.
  public var model: FixedChars<32>
  /// Memory in KiB.
  public var memory: UInt64
  /// Active CPUs.
  public var cpus: Int32
  /// Expected CPU frequency in MHz, 0 if unknown.
  public var mhz: Int32
  /// NUMA cells, 1 for unusual topologies.
  public var nodes: Int32
  /// CPU sockets in each cell.
  public var sockets: Int32
  /// Cores in each socket.
  public var cores: Int32
  /// Threads in each core.
  public var threads: Int32

  /// A record of its fields.
  public init(model: FixedChars<32>, memory: UInt64, cpus: Int32, mhz: Int32, nodes: Int32, sockets: Int32, cores: Int32, threads: Int32) {
    self.model = model
    self.memory = memory
    self.cpus = cpus
    self.mhz = mhz
    self.nodes = nodes
    self.sockets = sockets
    self.cores = cores
    self.threads = threads
  }
}

extension NodeInfo: XDRCodable {
  /// Appends the fields in order.
  public func encode(into writer: inout XDRWriter) {
    model.encode(into: &writer)
    memory.encode(into: &writer)
    cpus.encode(into: &writer)
    mhz.encode(into: &writer)
    nodes.encode(into: &writer)
    sockets.encode(into: &writer)
    cores.encode(into: &writer)
    threads.encode(into: &writer)
  }

  /// Reads the fields in order.
  /// - Throws: `XDRError` on malformed input.
  public init(from reader: inout XDRReader) throws {
    model = try reader.read()
    memory = try reader.read()
    cpus = try reader.read()
    mhz = try reader.read()
    nodes = try reader.read()
    sockets = try reader.read()
    cores = try reader.read()
    threads = try reader.read()
  }
}
