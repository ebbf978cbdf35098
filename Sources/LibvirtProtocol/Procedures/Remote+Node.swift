import XDR

/// The host itself.
extension Remote {
  /// The host in brief.
  public static let nodeGetInfo = Procedure(6, "virNodeGetInfo", .reads, .high, returns: NodeInfo.self)
  /// Free bytes of NUMA cells: from a cell on, at most so many.
  public static let nodeGetCellsFreeMemory = Procedure(
    101, "virNodeGetCellsFreeMemory", .reads, .high, Int32.self, Int32.self, returns: Bounded<1024, UInt64>.self)
  /// Free memory of the host, in bytes.
  public static let nodeGetFreeMemory = Procedure(102, "virNodeGetFreeMemory", .reads, .high, returns: UInt64.self)
  /// How the host confines its guests.
  public static let nodeGetSecurityModel = Procedure(122, "virNodeGetSecurityModel", .reads, .high, returns: SecurityModel.self)
  /// CPU figures of the host: a CPU or -1 for all, at most so many.
  public static let nodeGetCpuStats = Procedure(
    227, "virNodeGetCPUStats", .reads, .high, Int32.self, Int32.self, UInt32.self, returns: CountedParameters<16, NodeCPUStat>.self)
  /// Memory figures of the host: at most so many, a NUMA cell or -1 for all.
  public static let nodeGetMemoryStats = Procedure(
    228, "virNodeGetMemoryStats", .reads, .high, Int32.self, Int32.self, UInt32.self, returns: CountedParameters<16, NodeMemoryStat>.self)
  /// Suspends the host: `NodeSuspendTarget`, seconds.
  public static let nodeSuspendForDuration = Procedure(
    250, "virNodeSuspendForDuration", .changes, .low, UInt32.self, UInt64.self, UInt32.self)
  /// Sets how the host shares memory pages.
  public static let nodeSetMemoryParameters = Procedure(
    288, "virNodeSetMemoryParameters", .changes, .low, Bounded<64, TypedParameter>.self, UInt32.self)
  /// How the host shares memory pages.
  public static let nodeGetMemoryParameters = Procedure(
    289, "virNodeGetMemoryParameters", .reads, .low, Int32.self, UInt32.self, returns: CountedParameters<64, TypedParameter>.self)
  /// Which CPUs the host has and which are online: 1 for the map, 1 for the count.
  public static let nodeGetCpuMap = Procedure(
    293, "virNodeGetCPUMap", .reads, .low, Int32.self, Int32.self, UInt32.self, returns: NodeCPUMap.self)
  /// Free pages of the given sizes (KiB), cell by cell: first cell, so many cells.
  public static let nodeGetFreePages = Procedure(
    340, "virNodeGetFreePages", .reads, .high, Bounded<1024, UInt32>.self, Int32.self, UInt32.self, UInt32.self,
    returns: Bounded<1024, UInt64>.self)
  /// Allocates huge pages: sizes (KiB), counts, first cell (-1 for all), so many cells, `NodeAllocPagesFlags`.
  public static let nodeAllocPages = Procedure(
    347, "virNodeAllocPages", .changes, .low, Bounded<1024, UInt32>.self, Bounded<1024, UInt64>.self, Int32.self, UInt32.self, UInt32.self,
    returns: Int32.self)
  /// What the host offers of AMD's encrypted memory. libvirt refuses it on a read-only connection.
  public static let nodeGetSevInfo = Procedure(
    395, "virNodeGetSEVInfo", .discloses, .low, Int32.self, UInt32.self, returns: CountedParameters<64, TypedParameter>.self)
}
