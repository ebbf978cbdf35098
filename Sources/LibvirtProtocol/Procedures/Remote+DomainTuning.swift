import XDR

/// Virtual CPUs, memory and limits of domains.
extension Remote {
  /// The most memory a domain may have, in KiB.
  public static let domainGetMaxMemory = Procedure(17, "virDomainGetMaxMemory", .reads, .high, DomainRef.self, returns: UInt64.self)
  /// The most virtual CPUs a domain may have.
  public static let domainGetMaxVcpus = Procedure(18, "virDomainGetMaxVcpus", .reads, .high, DomainRef.self, returns: Int32.self)
  /// A running domain's virtual CPUs: asks for at most so many, with maps of so many bytes each.
  public static let domainGetVcpus = Procedure(
    20, "virDomainGetVcpus", .reads, .high, DomainRef.self, Int32.self, Int32.self, returns: DomainVcpus.self)
  /// Lets a virtual CPU of a running domain run on some host CPUs only.
  public static let domainPinVcpu = Procedure(26, "virDomainPinVcpu", .changes, .low, DomainRef.self, UInt32.self, Opaque<2048>.self)
  /// Sets the most memory a domain may have, in KiB.
  public static let domainSetMaxMemory = Procedure(30, "virDomainSetMaxMemory", .changes, .high, DomainRef.self, UInt64.self)
  /// Sets the memory of a running domain, in KiB.
  public static let domainSetMemory = Procedure(31, "virDomainSetMemory", .changes, .low, DomainRef.self, UInt64.self)
  /// Sets the number of virtual CPUs of a running domain.
  public static let domainSetVcpus = Procedure(32, "virDomainSetVcpus", .changes, .low, DomainRef.self, UInt32.self)
  /// Which scheduler a domain runs under, and how many parameters it has.
  public static let domainGetSchedulerType = Procedure(
    56, "virDomainGetSchedulerType", .reads, .low, DomainRef.self, returns: SchedulerType.self)
  /// At most so many parameters of a domain's scheduler.
  public static let domainGetSchedulerParameters = Procedure(
    57, "virDomainGetSchedulerParameters", .reads, .low, DomainRef.self, Int32.self, returns: Bounded<16, TypedParameter>.self)
  /// Sets parameters of a running domain's scheduler.
  public static let domainSetSchedulerParameters = Procedure(
    58, "virDomainSetSchedulerParameters", .changes, .low, DomainRef.self, Bounded<16, TypedParameter>.self)
  /// Bytes of a guest's memory: offset, size, `DomainMemoryFlags`.
  public static let domainMemoryPeek = Procedure(
    104, "virDomainMemoryPeek", .discloses, .low, DomainRef.self, UInt64.self, UInt32.self, UInt32.self, returns: Opaque<4_194_304>.self)
  /// At most so many memory figures of a guest.
  public static let domainMemoryStats = Procedure(
    159, "virDomainMemoryStats", .reads, .low, DomainRef.self, UInt32.self, UInt32.self, returns: Bounded<1024, DomainMemoryStat>.self)
  /// Sets limits of a domain's memory: flags are `DomainModificationImpact`.
  public static let domainSetMemoryParameters = Procedure(
    197, "virDomainSetMemoryParameters", .changes, .low, DomainRef.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// Limits of a domain's memory.
  public static let domainGetMemoryParameters = Procedure(
    198, "virDomainGetMemoryParameters", .reads, .low, DomainRef.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// Sets the number of virtual CPUs: flags are `DomainVcpuFlags`.
  public static let domainSetVcpusFlags = Procedure(199, "virDomainSetVcpusFlags", .changes, .low, DomainRef.self, UInt32.self, UInt32.self)
  /// The number of virtual CPUs: flags are `DomainVcpuFlags`.
  public static let domainGetVcpusFlags = Procedure(
    200, "virDomainGetVcpusFlags", .reads, .low, DomainRef.self, UInt32.self, returns: Int32.self)
  /// Sets the memory, in KiB: flags are `DomainMemoryModFlags`.
  public static let domainSetMemoryFlags = Procedure(
    204, "virDomainSetMemoryFlags", .changes, .low, DomainRef.self, UInt64.self, UInt32.self)
  /// Sets a domain's share of block I/O: flags are `DomainModificationImpact`.
  public static let domainSetBlkioParameters = Procedure(
    205, "virDomainSetBlkioParameters", .changes, .low, DomainRef.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// A domain's share of block I/O.
  public static let domainGetBlkioParameters = Procedure(
    206, "virDomainGetBlkioParameters", .reads, .low, DomainRef.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// Sets parameters of a domain's scheduler: flags are `DomainModificationImpact`.
  public static let domainSetSchedulerParametersFlags = Procedure(
    219, "virDomainSetSchedulerParametersFlags", .changes, .low, DomainRef.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// At most so many parameters of a domain's scheduler: flags are `DomainModificationImpact`.
  public static let domainGetSchedulerParametersFlags = Procedure(
    223, "virDomainGetSchedulerParametersFlags", .reads, .low, DomainRef.self, Int32.self, UInt32.self,
    returns: Bounded<16, TypedParameter>.self)
  /// Lets a virtual CPU run on some host CPUs only: flags are `DomainModificationImpact`.
  public static let domainPinVcpuFlags = Procedure(
    225, "virDomainPinVcpuFlags", .changes, .low, DomainRef.self, UInt32.self, Opaque<2048>.self, UInt32.self)
  /// Where virtual CPUs may run: asks for at most so many maps, of so many bytes each.
  public static let domainGetVcpuPinInfo = Procedure(
    230, "virDomainGetVcpuPinInfo", .reads, .low, DomainRef.self, Int32.self, Int32.self, UInt32.self, returns: VcpuPinInfo.self)
  /// Sets where a domain's memory comes from: flags are `DomainModificationImpact`.
  public static let domainSetNumaParameters = Procedure(
    254, "virDomainSetNumaParameters", .changes, .low, DomainRef.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// Where a domain's memory comes from.
  public static let domainGetNumaParameters = Procedure(
    255, "virDomainGetNumaParameters", .reads, .low, DomainRef.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// Limits the bandwidth of a network interface: flags are `DomainModificationImpact`.
  public static let domainSetInterfaceParameters = Procedure(
    256, "virDomainSetInterfaceParameters", .changes, .low, DomainRef.self, String.self, Bounded<16, TypedParameter>.self, UInt32.self)
  /// The limits of a network interface's bandwidth.
  public static let domainGetInterfaceParameters = Procedure(
    257, "virDomainGetInterfaceParameters", .reads, .low, DomainRef.self, String.self, Int32.self, UInt32.self,
    returns: CountedParameters<16, TypedParameter>.self)
  /// CPU figures of a domain: at most so many parameters, first host CPU (-1 for the sum), so many CPUs.
  public static let domainGetCpuStats = Procedure(
    262, "virDomainGetCPUStats", .reads, .low, DomainRef.self, UInt32.self, Int32.self, UInt32.self, UInt32.self,
    returns: CountedParameters<2048, TypedParameter>.self)
  /// Lets a domain's emulator threads run on some host CPUs only: flags are `DomainModificationImpact`.
  public static let domainPinEmulator = Procedure(
    279, "virDomainPinEmulator", .changes, .low, DomainRef.self, Opaque<2048>.self, UInt32.self)
  /// Where a domain's emulator threads may run: bytes of the map.
  public static let domainGetEmulatorPinInfo = Procedure(
    280, "virDomainGetEmulatorPinInfo", .reads, .low, DomainRef.self, Int32.self, UInt32.self, returns: EmulatorPinInfo.self)
  /// Sets how often a guest tells its memory figures, in seconds: flags are `DomainModificationImpact`.
  public static let domainSetMemoryStatsPeriod = Procedure(
    308, "virDomainSetMemoryStatsPeriod", .changes, .low, DomainRef.self, Int32.self, UInt32.self)
  /// A domain's I/O threads: flags are `DomainModificationImpact`.
  public static let domainGetIothreadInfo = Procedure(
    351, "virDomainGetIOThreadInfo", .reads, .low, DomainRef.self, UInt32.self, returns: Listing<16384, IOThreadInfo, UInt32>.self)
  /// Lets an I/O thread run on some host CPUs only: flags are `DomainModificationImpact`.
  public static let domainPinIothread = Procedure(
    352, "virDomainPinIOThread", .changes, .low, DomainRef.self, UInt32.self, Opaque<2048>.self, UInt32.self)
  /// Adds an I/O thread of a number: flags are `DomainModificationImpact`.
  public static let domainAddIothread = Procedure(355, "virDomainAddIOThread", .changes, .low, DomainRef.self, UInt32.self, UInt32.self)
  /// Removes the I/O thread of a number: flags are `DomainModificationImpact`.
  public static let domainDelIothread = Procedure(356, "virDomainDelIOThread", .changes, .low, DomainRef.self, UInt32.self, UInt32.self)
  /// Which performance events are counted for a domain: flags are `DomainModificationImpact`.
  public static let domainGetPerfEvents = Procedure(
    365, "virDomainGetPerfEvents", .reads, .low, DomainRef.self, UInt32.self, returns: Bounded<64, TypedParameter>.self)
  /// Sets which performance events are counted for a domain: flags are `DomainModificationImpact`.
  public static let domainSetPerfEvents = Procedure(
    366, "virDomainSetPerfEvents", .changes, .low, DomainRef.self, Bounded<64, TypedParameter>.self, UInt32.self)
  /// Plugs virtual CPUs in (1) or out (0): list of CPUs, `DomainModificationImpact`.
  public static let domainSetVcpu = Procedure(384, "virDomainSetVcpu", .changes, .low, DomainRef.self, String.self, Int32.self, UInt32.self)
  /// Tunes the I/O thread of a number: flags are `DomainModificationImpact`.
  public static let domainSetIothreadParams = Procedure(
    402, "virDomainSetIOThreadParams", .changes, .low, DomainRef.self, UInt32.self, Bounded<64, TypedParameter>.self, UInt32.self)
  /// Begins to measure how fast a guest writes to its memory: seconds, `DomainDirtyRateCalcFlags`.
  public static let domainStartDirtyRateCalc = Procedure(
    427, "virDomainStartDirtyRateCalc", .changes, .low, DomainRef.self, Int32.self, UInt32.self)
}
