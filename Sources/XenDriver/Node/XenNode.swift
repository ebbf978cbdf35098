import Drivers
import LibvirtProtocol
import SExpressions
import XDR

/// A host as its xend describes it in `(node …)`.
struct XenNode: Sendable, Hashable {
  /// How this xend wants its documents.
  var format: XendFormat
  /// Model, memory and processors.
  var nodeInfo: NodeInfo
  /// The version of Xen as libvirt counts: 1,000,000 for the major and 1,000 for the minor number. The rest is left out.
  var version: UInt64
  /// The host's own name; empty where xend does not tell.
  var host: String
  /// Memory that no domain has, in bytes.
  var freeMemory: UInt64
  /// `credit`, `sedf`, …; nil before Xen 3.1.
  var scheduler: String?
  /// Kinds of guests that the hypervisor runs.
  var guests: [XenGuestKind]
  /// Whether the host's processors have physical address extension.
  var hasPAE: Bool
  /// The CPUs of each NUMA cell; empty where xend does not tell.
  var cells: [CPUSet]

  /// Reads a document. What is missing or makes no sense becomes 0 or, for counts of processors, 1.
  ///
  /// - Throws: `LibvirtError` for anything but a `(node …)`.
  init(document: SExpression) throws {
    guard document.head == "node" else { throw LibvirtError(.internalError, .xend, "failed to parse Xend node information") }
    format = XendFormat(node: document)
    nodeInfo = Self.nodeInfo(document)
    let major = document.integer("xen_major", in: 0...UInt64(UInt16.max)) ?? 0
    let minor = document.integer("xen_minor", in: 0...UInt64(UInt16.max)) ?? 0
    version = major * 1_000_000 + minor * 1_000
    host = document.filled("host") ?? ""
    freeMemory = (document.integer("free_memory", in: 0...UInt64.max >> 20) ?? 0) << 20
    scheduler = document.filled("xen_scheduler")
    guests = XenGuestKind.kinds(document.filled("xen_caps") ?? "")
    cells = Self.cells(document.text("node_to_cpu") ?? "")
    // The first word of the processor's features is what CPUID says in EDX for leaf 1.
    let features = document.filled("hw_caps")?.split(separator: ":").first.flatMap { UInt32($0, radix: 16) } ?? 0
    hasPAE = features & 1 << 6 != 0 || guests.contains { $0.hasPAE }
  }

  private static func nodeInfo(_ document: SExpression) -> NodeInfo {
    func count(_ key: String) -> Int32 { document.integer(key, in: 1...1 << 20) ?? 1 }
    let (cpus, cores, threads) = (count("nr_cpus"), count("cores_per_socket"), count("threads_per_core"))
    var nodes = count("nr_nodes")
    let (inNodes, overflow) = Self.product(nodes, cores, threads)
    var sockets = document.integer("sockets_per_node", in: 1...1 << 20) ?? max(1, overflow ? 1 : cpus / inNodes)
    if case let all = Int64(nodes) * Int64(sockets), all > Int64(cpus) || Self.product(Int32(all), cores, threads) != (cpus, false) {
      let (perSocket, overflow) = cores.multipliedReportingOverflow(by: threads)
      (nodes, sockets) = (1, max(1, overflow ? 1 : cpus / perSocket))
    }
    let memory = (document.integer("total_memory", in: 0...UInt64.max >> 20) ?? 0) << 10
    return NodeInfo(
      model: FixedChars(document.filled("machine") ?? ""), memory: memory, cpus: cpus,
      mhz: document.integer("cpu_mhz", in: 0...Int32.max) ?? 0,
      nodes: nodes, sockets: sockets, cores: cores, threads: threads)
  }

  private static func product(_ factors: Int32...) -> (Int32, Bool) {
    factors.reduce((1, false)) { product, factor in
      let (value, overflow) = product.0.multipliedReportingOverflow(by: factor)
      return (value, overflow || product.1)
    }
  }

  /// `node0:0-3`, a line for each cell; a cell may have `no cpus`.
  private static func cells(_ text: String) -> [CPUSet] {
    text.split(whereSeparator: \.isWhitespace).prefix(1024).compactMap { line in
      guard line.hasPrefix("node"), let colon = line.firstIndex(of: ":") else { return nil }
      return CPUSet(String(line[line.index(after: colon)...])) ?? CPUSet([])
    }
  }
}
