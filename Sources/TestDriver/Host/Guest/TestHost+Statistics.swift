import LibvirtProtocol
import XDR

extension TestHost {
  /// Figures of a disk, which grow with the time since 1970.
  func blockStats(_ ref: DomainRef, _ path: String) throws -> DomainBlockStats {
    guard !path.isEmpty else {
      throw LibvirtError(.operationUnsupported, Self.errorDomain, "summary statistics are not supported yet")
    }
    let domain = try running(ref)
    guard domain.definition.disks.contains(where: { $0.isNamed(path) }) else { throw argument("invalid path: \(path)") }
    let now = Int64(clamping: Clock.microseconds)
    return DomainBlockStats(rdReq: now / 10, rdBytes: now / 20, wrReq: now / 30, wrBytes: now / 40, errs: now / 1_000_000 / 2)
  }

  /// The size of a disk, which is the same for all that have a source.
  func blockInfo(_ ref: DomainRef, _ path: String, _ flags: UInt32) throws -> DomainBlockInfo {
    try check(flags, in: "testDomainGetBlockInfo")
    let domain = try domain(ref)
    guard let disk = domain.definition.disks.first(where: { $0.isNamed(path) }) else {
      throw argument("invalid path \(path) not assigned to domain")
    }
    guard disk.source != nil else { throw argument("disk '\(path)' does not currently have a source assigned") }
    return DomainBlockInfo(allocation: 1_099_511_627_776, capacity: 1_099_506_450_432, physical: 1_099_511_627_776)
  }

  /// What ails the disks: every second has no space, the others something that is not said.
  func diskErrors(_ ref: DomainRef, _ room: UInt32, _ flags: UInt32) throws -> DomainDiskErrors {
    try check(flags, in: "testDomainGetDiskErrors")
    let disks = try running(ref).definition.disks
    guard room > 0 else { return DomainDiskErrors(errors: [], nerrors: Int32(clamping: disks.count)) }
    let errors = disks.prefix(Int(min(room, 256))).enumerated().map {
      DomainDiskError(disk: $0.element.target, error: Int32($0.offset % 2 + 1))
    }
    return DomainDiskErrors(errors: Bounded(errors), nerrors: Int32(clamping: errors.count))
  }

  /// Figures of a network interface, which grow with the time since 1970.
  func interfaceStats(_ ref: DomainRef, _ device: String) throws -> DomainInterfaceStats {
    var domain = try running(ref)
    guard domain.definition.changeInterface(device, { _ in true }) != nil else {
      throw argument("'\(device)' is not a known interface")
    }
    let now = Int64(clamping: Clock.microseconds)
    let seconds = now / 1_000_000
    return DomainInterfaceStats(
      rxBytes: now / 10, rxPackets: now / 100, rxErrs: seconds, rxDrop: seconds / 2, txBytes: now / 20, txPackets: now / 110,
      txErrs: seconds / 3, txDrop: seconds / 4)
  }

  /// Memory figures by `virDomainMemoryStatTags`, as if half of the memory were used.
  func memoryStats(_ ref: DomainRef, _ room: UInt32, _ flags: UInt32) throws -> Bounded<1024, DomainMemoryStat> {
    try check(flags, in: "testDomainMemoryStats")
    let definition = try running(ref).definition
    // Only a balloon could tell.
    guard definition.devices("memballoon").contains(where: { $0[attribute: "model"]?.hasPrefix("virtio") == true }) else { return [] }
    let memory = definition.currentMemory
    let stats: [(Int32, UInt64)] = [
      (6, memory), (0, 0), (1, 0), (2, 0), (3, 0), (4, memory / 2), (5, memory), (8, memory / 2), (9, 627_319_920), (10, memory / 8),
      (11, 0), (12, 0), (7, memory / 2),
    ]
    return Bounded(stats.prefix(Int(min(room, 1024))).map { DomainMemoryStat(tag: $0.0, val: $0.1) })
  }

  /// What a domain's processors did: of one core of the host after the other, or with -1 of all.
  func cpuStats(
    _ ref: DomainRef, _ room: UInt32, start: Int32, _ count: UInt32, _ flags: UInt32
  ) throws -> CountedParameters<2048, TypedParameter> {
    try check(flags, allowed: 1 << 2, in: "testDomainGetCPUStats")
    _ = try running(ref)
    let cpus = max(1, Int(clamping: node.host.cores))
    let all: UInt64 = 48_772_617_035
    guard start >= 0 else {
      return CountedParameters(
        [("cpu_time", .ullong(all)), ("user_time", .ullong(5_540_000_000)), ("system_time", .ullong(6_460_000_000))],
        room: Int32(clamping: room))
    }
    guard count > 0 else { return CountedParameters(params: [], nparams: Int32(clamping: cpus)) }
    guard start < cpus else { throw argument("start_cpu \(start) larger than maximum of \(cpus - 1)") }
    guard room > 0 else { return CountedParameters(params: [], nparams: 2) }
    let part = all / UInt64(cpus)
    // On a host of many CPUs the times wrap, with libvirt's test driver as well.
    let stats = (Int(start)..<min(cpus, Int(start) + Int(min(count, 128)))).flatMap { cpu in
      [
        TypedParameter(field: "cpu_time", value: .ullong(part + UInt64(cpu))),
        TypedParameter(field: "vcpu_time", value: .ullong(part &- 1_234_567_890 &+ UInt64(cpu))),
      ].prefix(Int(min(room, 2)))
    }
    return CountedParameters(params: Bounded(stats), nparams: Int32(clamping: min(room, 2)))
  }

  /// What holds up the hypervisor: on the test host that depends on the guest's clock, so that every answer can be had.
  func controlInfo(_ ref: DomainRef, _ flags: UInt32) throws -> DomainControlInfo {
    try check(flags, in: "testDomainGetControlInfo")
    let seconds = try running(ref).time.seconds
    func info(_ state: DomainControlState, details: Int64 = 0, since milliseconds: Int64 = 0) -> DomainControlInfo {
      DomainControlInfo(
        state: UInt32(clamping: state.rawValue), details: UInt32(clamping: details), stateTime: UInt64(clamping: milliseconds))
    }
    return switch seconds {
    case 1..<10_000: info(.job, since: seconds)
    case 10_000..<30_000: info(.occupied, since: seconds - 10_000)
    case 30_000..<60_000: info(.error, details: (seconds - 30_000) % 4)
    default: info(.ok)
    }
  }
}
