import XMLTree

/// A host's processors and memory, as `nodeinfo` and `capabilities` show them.
public struct HostDescription: Sendable, Hashable {
  /// A NUMA cell.
  public struct Cell: Sendable, Hashable {
    /// Its memory in KiB.
    public var memory: UInt64
    /// The size of its ordinary pages in KiB.
    public var pageSize: UInt32
    /// How many such pages it has.
    public var pages: UInt64
    /// Its processors.
    public var processors: [Processor]
  }

  /// A processor of a cell.
  public struct Processor: Sendable, Hashable {
    /// Its number on the host.
    public var id: Int
    /// Its socket.
    public var socket: Int
    /// Its core in the socket.
    public var core: Int
  }

  /// What kind of processor, at most 31 bytes.
  public var model: String
  /// Memory in KiB.
  public var memory: UInt64
  /// Active processors.
  public var processors: UInt32
  /// Clock rate in MHz.
  public var megahertz: UInt32
  /// NUMA cells, as `nodeinfo` counts them.
  public var nodes: UInt32
  /// Sockets in each cell.
  public var sockets: UInt32
  /// Cores in each socket.
  public var cores: UInt32
  /// Threads in each core.
  public var threads: UInt32
  /// The cells that `capabilities` describes; a host from a file has none.
  public var cells: [Cell]
  /// All page sizes of the host, in KiB.
  public var pageSizes: [UInt32] = [4, 8, 2048, 1_048_576]

  /// The built-in host: two cells of eight processors.
  public static let `default` = HostDescription(
    model: "i686", memory: 3_145_728, processors: 16, megahertz: 1400, nodes: 2, sockets: 2, cores: 2, threads: 2,
    cells: [
      Cell(memory: 2_097_152, pageSize: 4, pages: 524_288, processors: (0..<8).map { Processor(id: $0, socket: 0, core: $0) }),
      Cell(memory: 4_194_304, pageSize: 8, pages: 524_288, processors: (0..<8).map { Processor(id: 8 + $0, socket: 1, core: $0) }),
    ])
}

extension HostDescription {
  /// Reads `cpu` and `memory` of a `node` element; what is not said is as on the built-in host.
  init(node: XMLElement) throws(DefinitionError) {
    self = .default
    cells = []
    let cpu = node[child: "cpu"]
    func number(_ name: String) throws(DefinitionError) -> UInt32? {
      guard let text = cpu?[child: name]?.text, !text.isEmpty else { return nil }
      guard let value = Number.unsigned(text), value <= UInt64(Int32.max) else { throw .xml("invalid node cpu \(name) value") }
      return UInt32(value)
    }
    nodes = try number("nodes") ?? nodes
    sockets = try number("sockets") ?? sockets
    cores = try number("cores") ?? cores
    threads = try number("threads") ?? threads
    let product = [sockets, cores, threads].reduce(UInt64(nodes)) { $0.multipliedReportingOverflow(by: UInt64($1)).partialValue }
    processors = try number("active") ?? UInt32(truncatingIfNeeded: product)
    megahertz = try number("mhz") ?? megahertz
    if let text = cpu?[child: "model"]?.text, !text.isEmpty {
      guard text.utf8.count < 32 else { throw .failure("Model \(text) too big for destination") }
      model = text
    }
    if let text = node[child: "memory"]?.text, !text.isEmpty {
      guard let value = Number.unsigned(text) else { throw .xml("invalid node memory value") }
      memory = value
    }
  }
}
