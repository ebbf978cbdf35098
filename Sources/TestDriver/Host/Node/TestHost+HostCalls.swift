import LibvirtProtocol
import XDR

extension TestHost {
  /// The host's CPUs: eight, of which three are on, on every test host.
  func cpuMap(needsMap: Bool, _ flags: UInt32) throws -> NodeCPUMap {
    try check(flags, in: "testNodeGetCPUMap")
    return NodeCPUMap(cpumap: needsMap ? [0b1_0101] : [], online: 3, ret: 8)
  }

  /// What the host's CPUs did, in nanoseconds; the same for each and for all.
  func cpuStats(_ cpu: Int32, _ room: Int32, _ flags: UInt32) throws -> CountedParameters<16, NodeCPUStat> {
    try check(flags, in: "testNodeGetCPUStats")
    let stats: [(String, UInt64)] = [
      ("user", 9_797_400_000), ("kernel", 34_678_723_400_000), ("idle", 87_264_900_000), ("iowait", 763_600_000),
    ]
    let all = stats.map { NodeCPUStat(field: $0.0, value: $0.1) }
    return CountedParameters(room > 0 ? all.prefix(Int(room)) : all[...], asked: room)
  }

  /// The free memory of cells, in bytes; the number is the one that a cell has in KiB, with libvirt's test driver as well.
  func freeMemory(from start: Int32, _ count: Int32) throws -> Bounded<1024, UInt64> {
    guard start >= 0 else { throw whole("startCell in virNodeGetCellsFreeMemory must be zero or greater") }
    guard count > 0 else { throw whole("maxCells in virNodeGetCellsFreeMemory must be greater than zero") }
    let cells = node.host.cells
    guard start < cells.count else { throw argument("Range exceeds available cells") }
    return Bounded(cells[Int(start)...].prefix(Int(count)).map(\.memory))
  }

  /// The free memory of the host, in bytes: half of what the cells have together.
  func freeMemory() throws -> UInt64 {
    guard !node.host.cells.isEmpty else { throw Self.unexplained }
    return node.host.cells.reduce(0) { $0 &+ $1.memory } / 2
  }

  /// A failure for which libvirt gives no reason.
  static let unexplained = LibvirtError(code: .ok, domain: .none, message: "An error occurred, but the cause is unknown")

  /// Free pages: a row of numbers, whatever the sizes and the cells are.
  func freePages(_ sizes: Bounded<1024, UInt32>, _ start: Int32, _ count: UInt32, _ flags: UInt32) throws -> Bounded<1024, UInt64> {
    try check(flags, in: "testNodeGetFreePages")
    guard !sizes.isEmpty else { throw whole("npages in virNodeGetFreePages must not be zero") }
    guard count > 0 else { throw whole("cellCount in virNodeGetFreePages must not be zero") }
    let (total, overflow) = sizes.count.multipliedReportingOverflow(by: Int(count))
    guard !overflow, total <= 1024 else { throw argument("too many NUMA cells: \(total) > 1024") }
    var number: Int32 = 6
    return Bounded(
      (0..<total).map { _ in
        number = number &* 2 &+ 7
        return UInt64(bitPattern: Int64(number))
      })
  }

  func cpuModels(_ architecture: String, _ needResults: Int32, _ flags: UInt32) throws -> Listing<8192, String, Int32> {
    try check(flags, in: "testConnectGetCPUModelNames")
    return Listing(try CPUModels.of(architecture).map(String.init), needResults: needResults)
  }

  /// The machine that every test host plays.
  func sysinfo(_ flags: UInt32) throws -> String {
    try check(flags, in: "testConnectGetSysinfo")
    return """
      <sysinfo type='smbios'>
        <bios>
          <entry name='vendor'>LENOVO</entry>
          <entry name='version'>G4ETA1WW (2.61 )</entry>
          <entry name='date'>05/07/2014</entry>
          <entry name='release'>2.61</entry>
        </bios>
      </sysinfo>

      """
  }
}
