import LibvirtProtocol
import XDR

extension TestHost {
  /// All CPUs that the host can have.
  private var hostCPUs: CPUSet {
    let host = node.host
    let count = [host.sockets, host.cores, host.threads].reduce(UInt64(host.nodes)) {
      $0.multipliedReportingOverflow(by: UInt64($1)).partialValue
    }
    return CPUSet(0..<Int(clamping: min(count, UInt64(CPUSet.limit))))
  }

  /// How many virtual CPUs a domain has or can have.
  func vcpuCount(_ ref: DomainRef, _ flags: UInt32) throws -> Int32 {
    let known: DomainVcpuFlags = [.live, .config, .maximum]
    try refuseBoth(flags)
    try check(flags, allowed: known.rawValue, in: "testDomainGetVcpusFlags")
    let definition = try definition(ref, flags)
    return Int32(clamping: flags & DomainVcpuFlags.maximum.rawValue != 0 ? definition.maxVcpus : definition.vcpus)
  }

  /// What a running domain's virtual CPUs do: each has been busy for a tenth of a thousandth of the time since 1970.
  func vcpus(_ ref: DomainRef, _ room: Int32, mapLength: Int32) throws -> DomainVcpus {
    let domain = try domain(ref)
    guard domain.isActive else { throw invalid("cannot list vcpus for an inactive domain") }
    let host = hostCPUs
    let time = Clock.microseconds / 10
    let sets = (0..<min(domain.definition.vcpus, Int(max(0, room)))).map { domain.definition.affinity(of: .vcpu(UInt32($0))) ?? host }
    let info = sets.enumerated().map { number, cpus in
      let last = cpus.numbers.last { $0 < host.numbers.count } ?? 0
      return VcpuInfo(number: UInt32(number), state: VcpuState.running.rawValue, cpuTime: time, cpu: Int32(clamping: last))
    }
    return DomainVcpus(info: Bounded(info), cpumaps: Opaque(sets.flatMap { Self.map($0, mapLength) }))
  }

  /// Where a domain's virtual CPUs may run, those that are not plugged in included.
  func vcpuPins(_ ref: DomainRef, _ room: Int32, mapLength: Int32, _ flags: UInt32) throws -> VcpuPinInfo {
    guard room > 0 else { throw whole("ncpumaps in virDomainGetVcpuPinInfo must be greater than zero") }
    guard mapLength > 0 else { throw whole("maplen in virDomainGetVcpuPinInfo must be greater than zero") }
    let definition = try definition(ref, flags)
    let host = hostCPUs
    let maps = (0..<min(definition.maxVcpus, Int(room))).map {
      Self.map(definition.affinity(of: .vcpu(UInt32($0))) ?? host, mapLength)
    }
    return VcpuPinInfo(cpumaps: Opaque(maps.joined()), num: Int32(clamping: maps.count))
  }

  /// Lets a virtual CPU of a running domain run on some host CPUs only.
  func pinVcpu(_ ref: DomainRef, _ vcpu: UInt32, _ map: Opaque<2048>, _ flags: UInt32) throws {
    try check(flags, in: "testDomainPinVcpuFlags")
    try change(ref) { domain in
      guard domain.isActive else { throw invalid("cannot pin vcpus on an inactive domain") }
      guard vcpu < domain.definition.vcpus else {
        throw argument("requested vcpu '\(Int32(truncatingIfNeeded: vcpu))' is not present in the domain")
      }
      try edit(&domain, DomainModificationImpact.live.rawValue) { definition, _ in
        definition.pin(.vcpu(vcpu), to: CPUSet(map: map.bytes))
      }
    }
  }

  func pinEmulator(_ ref: DomainRef, _ map: Opaque<2048>, _ flags: UInt32) throws {
    let known: DomainModificationImpact = [.live, .config]
    try check(flags, allowed: known.rawValue, in: "testDomainPinEmulator")
    try refuseBoth(flags)
    let cpus = CPUSet(map: map.bytes)
    guard !cpus.isEmpty else { throw argument("Empty cpu list for pinning") }
    try edit(ref, flags) { definition, _ in definition.pin(.emulator, to: cpus) }
  }

  func emulatorPins(_ ref: DomainRef, mapLength: Int32, _ flags: UInt32) throws -> EmulatorPinInfo {
    guard mapLength > 0 else { throw whole("maplen in virDomainGetEmulatorPinInfo must be greater than zero") }
    let known: DomainModificationImpact = [.live, .config]
    try check(flags, allowed: known.rawValue, in: "testDomainGetEmulatorPinInfo")
    let cpus = try definition(ref, flags).affinity(of: .emulator) ?? hostCPUs
    return EmulatorPinInfo(cpumaps: Opaque(Self.map(cpus, mapLength)), ret: 1)
  }

  /// A map of as many bytes as were asked for, as far as CPUs can have numbers.
  private static func map(_ cpus: CPUSet, _ length: Int32) -> [UInt8] { cpus.bytes(count: min(Int(length), CPUSet.limit / 8)) }
}
