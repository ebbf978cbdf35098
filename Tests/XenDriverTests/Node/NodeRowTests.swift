import LibvirtProtocol
import SExpressions
import Testing

@testable import XenDriver

/// What a host tells of itself, key by key and version by version.
@Suite struct NodeRowTests {
  /// A key in words, a document of it, and what it means.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let keys: String
    let holds: @Sendable (XenNode) -> Bool

    init(_ words: String, _ keys: String, _ holds: @escaping @Sendable (XenNode) -> Bool) {
      (testDescription, self.keys, self.holds) = (words, keys, holds)
    }
  }

  static let rows: [Row] = [
    Row("machine is the model", "(machine x86_64)") { $0.nodeInfo.model.text == "x86_64" },
    Row("a model has at most 31 bytes", "(machine abcdefghijklmnopqrstuvwxyz0123456789)") {
      $0.nodeInfo.model.text == "abcdefghijklmnopqrstuvwxyz01234"
    },
    Row("total_memory is MiB, libvirt wants KiB", "(total_memory 4095)") { $0.nodeInfo.memory == 4095 * 1024 },
    Row("free_memory is MiB, libvirt wants bytes", "(free_memory '1024')") { $0.freeMemory == 1 << 30 },
    Row("nr_cpus are the CPUs", "(nr_cpus 4)") { $0.nodeInfo.cpus == 4 },
    Row("cpu_mhz is the frequency", "(cpu_mhz 2400)") { $0.nodeInfo.mhz == 2400 },
    Row("nr_nodes are the cells", "(nr_cpus 4) (nr_nodes 2) (cores_per_socket 2)") { $0.nodeInfo.nodes == 2 },
    Row("cores_per_socket", "(nr_cpus 4) (cores_per_socket 2) (nr_nodes 1)") { $0.nodeInfo.cores == 2 },
    Row("threads_per_core", "(nr_cpus 4) (threads_per_core 2) (nr_nodes 1)") { $0.nodeInfo.threads == 2 },
    Row("sockets_per_node up to 3.1", "(nr_cpus 8) (nr_nodes 2) (sockets_per_node 2) (cores_per_socket 2)") { $0.nodeInfo.sockets == 2 },
    Row("sockets are counted where they are not told, from 3.2", "(nr_cpus 8) (nr_nodes 2) (cores_per_socket 2)") {
      $0.nodeInfo.sockets == 2 && $0.nodeInfo.nodes == 2
    },
    Row("what does not add up is one node", "(nr_cpus 8) (nr_nodes 3) (cores_per_socket 4)") {
      $0.nodeInfo.nodes == 1 && $0.nodeInfo.sockets == 2
    },
    Row("there is at least one socket", "(nr_cpus 1) (nr_nodes 4) (cores_per_socket 8)") { $0.nodeInfo.sockets == 1 },
    Row("xen_major and xen_minor are the version, xen_extra is not", "(xen_major 3) (xen_minor 4) (xen_extra .4)") {
      $0.version == 3_004_000
    },
    Row("host is the name of the host", "(host dom0.lab.example)") { $0.host == "dom0.lab.example" },
    Row("xen_scheduler from 3.1", "(xen_scheduler credit2)") { $0.scheduler == "credit2" },
    Row("no xen_scheduler before", "") { $0.scheduler == nil },
    Row("xend_config_format is absent up to 3.0.2", "") { $0.format == .xen302 },
    Row("xend_config_format 2 is 3.0.3", "(xend_config_format 2)") { $0.format == .xen303 && !$0.format.hasDefinedDomains },
    Row("xend_config_format 3 is 3.0.4", "(xend_config_format 3)") { $0.format == .xen304 && $0.format.hasDefinedDomains },
    Row("xend_config_format 4 is 3.1 and later", "(xend_config_format 4)") { $0.format == .xen31 },
    Row("a newer xend_config_format is read as the newest", "(xend_config_format 17)") { $0.format == .xen31 },
    Row("xen_caps: xen- is a guest that knows Xen", "(xen_caps 'xen-3.0-x86_64 ')") { $0.guests.map(\.isHVM) == [false] },
    Row("xen_caps: hvm- is a whole computer", "(xen_caps 'hvm-3.0-x86_64 ')") { $0.guests.map(\.isHVM) == [true] },
    Row("xen_caps: p is PAE", "(xen_caps xen-3.0-x86_32p)") { $0.guests.map(\.hasPAE) == [true] && $0.guests[0].architecture == "i686" },
    Row("xen_caps: both ways of 32 bits are one guest", "(xen_caps 'hvm-3.0-x86_32 hvm-3.0-x86_32p')") {
      $0.guests.count == 1 && $0.guests[0].hasPAE && $0.guests[0].hasNonPAE
    },
    Row("hw_caps: bit 6 is PAE", "(hw_caps 00000040:0)") { $0.hasPAE },
    Row("hw_caps without PAE", "(hw_caps ffffffbf:0)") { !$0.hasPAE },
    Row("node_to_cpu: a line for each cell", "(node_to_cpu 'node0:0-3\\n                         node1:4-5,7')") {
      $0.cells.map(\.description) == ["0-3", "4-5,7"]
    },
    Row("node_to_cpu: a cell may have no cpus", "(node_to_cpu 'node0:0\\n                         node1:no cpus')") {
      $0.cells.map(\.description) == ["0", ""]
    },
    Row("node_to_cpu: none", "(node_to_cpu none)") { $0.cells.isEmpty },
    Row(
      "keys of no use are skipped",
      "(system Linux) (release 2.6) (virt_caps hvm) (node_to_memory x) (node_to_dma32_mem x) (max_node_id 0) (free_cpus 0) (cpu_topology ()) (cc_compiler gcc)"
    ) { $0.nodeInfo.cpus == 1 },
    Row(
      "absurd numbers are as good as none", "(nr_cpus 99999999999999999999) (nr_nodes -1) (total_memory 1e300) (cpu_mhz nan) (xen_major x)"
    ) {
      $0.nodeInfo.cpus == 1 && $0.nodeInfo.nodes == 1 && $0.nodeInfo.memory == 0 && $0.nodeInfo.mhz == 0 && $0.version == 0
    },
    Row("products that overflow are one node", "(nr_cpus 1048576) (nr_nodes 1048576) (cores_per_socket 1048576) (threads_per_core 1048576)")
    {
      $0.nodeInfo.nodes == 1 && $0.nodeInfo.sockets == 1
    },
  ]

  @Test(arguments: rows) func row(_ row: Row) throws {
    #expect(row.holds(try XenNode(document: try SExpression(parsing: "(node \(row.keys))"))))
  }

  @Test(arguments: ["node", "(domain)", "()", "((node))"]) func noNode(text: String) throws {
    let document = try SExpression(parsing: text)
    #expect(throws: LibvirtError.self) { try XenNode(document: document) }
  }

  @Test func vcpus() throws {
    let document = try SExpression(
      parsing: """
        (domain (domid 7) (name web1) (vcpu_count 4)
          (vcpu (number 0) (online 1) (blocked 0) (running 1) (cpu_time 2.5) (cpu 3) (cpumap (0 1 9)))
          (vcpu (number 1) (online 1) (blocked 1) (running 0) (cpu_time 1e-05) (cpu 0) (cpumap ()))
          (vcpu (number 2) (online 0) (blocked 0) (running 0) (cpu_time -1) (cpu 2) (cpumap (0 x 99999999)))
          (vcpu))
        """)
    let vcpus = try XenVcpus(document: document).vcpus
    #expect(vcpus.map(\.info.number) == [0, 1, 2, 0])
    #expect(vcpus.map(\.info.state) == [1, 2, 0, 0])
    #expect(vcpus.map(\.info.cpuTime) == [2_500_000_000, 10_000, 0, 0])
    #expect(vcpus.map(\.info.cpu) == [3, 0, -1, -1])
    #expect(vcpus.map(\.affinity.numbers) == [[0, 1, 9], [], [0], []])
    let answer = try XenVcpus(document: document).answer(count: 2, mapLength: 2)
    #expect(answer.info.elements.count == 2)
    #expect(answer.cpumaps.bytes == [3, 2, 0, 0])
    #expect(try XenVcpus(document: document).answer(count: -1, mapLength: -1).cpumaps.bytes.isEmpty)
    #expect(throws: LibvirtError.self) { try XenVcpus(document: "x") }
  }
}
