import LibvirtProtocol
import XDR

extension TestHost {
  func info(_ ref: DomainRef) throws -> DomainInfo {
    let domain = try domain(ref)
    // The test driver's processors have been busy since 1970.
    let busy = Clock.microseconds * 1000
    return DomainInfo(
      state: XDRUChar(rawValue: UInt8(clamping: domain.state.state)), maxMem: domain.definition.memory,
      memory: domain.definition.currentMemory, nrVirtCpu: XDRUShort(rawValue: UInt16(clamping: domain.definition.vcpus)),
      cpuTime: busy)
  }

  func stats(_ refs: [DomainRef], _ types: UInt32, _ flags: UInt32) throws -> Bounded<16384, DomainStatsRecord> {
    let enforce = flags & ConnectGetAllDomainStatsFlags.enforceStats.rawValue != 0
    let known: DomainStatsTypes = [.state, .iothread]
    let unknown = types & ~known.rawValue
    if enforce, unknown != 0 {
      throw LibvirtError(
        .argumentUnsupported, Self.errorDomain, "Stats types bits 0x\(String(unknown, radix: 16)) are not supported by this daemon")
    }
    let asked = types == 0 ? known : DomainStatsTypes(rawValue: types)
    let wanted = ConnectListAllDomainsFlags(rawValue: flags & 0xFF)
    let candidates = refs.isEmpty ? Array(domains.values) : refs.compactMap { domains[$0.uuid] }
    let records = candidates.filter { $0.traits.passes(wanted) }.map { domain -> DomainStatsRecord in
      let state = [
        TypedParameter(field: "state.state", value: .int(domain.state.state)),
        TypedParameter(field: "state.reason", value: .int(domain.state.reason)),
      ]
      let iothreads = asked.contains(.iothread) ? iothreadStats(of: domain) : []
      return DomainStatsRecord(dom: domain.ref, params: Bounded((asked.contains(.state) ? state : []) + iothreads))
    }
    return Bounded(refs.isEmpty ? records.sorted { ($0.dom.id, $0.dom.name) < ($1.dom.id, $1.dom.name) } : records)
  }

  func nodeInfo() -> NodeInfo {
    let host = node.host
    return NodeInfo(
      model: FixedChars(host.model), memory: host.memory, cpus: Int32(clamping: host.processors), mhz: Int32(clamping: host.megahertz),
      nodes: Int32(clamping: host.nodes), sockets: Int32(clamping: host.sockets), cores: Int32(clamping: host.cores),
      threads: Int32(clamping: host.threads))
  }

  /// The label of a domain's processes: only while there are some.
  func securityLabel(_ ref: DomainRef) throws -> SecurityLabel {
    try domain(ref).isActive
      ? SecurityLabel(label: BoundedChars(cString: "libvirt-test"), enforcing: 1)
      : SecurityLabel(label: BoundedChars(cString: ""), enforcing: 0)
  }

  func schedulerType(_ ref: DomainRef) throws -> SchedulerType {
    _ = try domain(ref)
    return SchedulerType(type: "fair", nparams: 1)
  }

  /// The test driver calls every guest a Linux one.
  func osType(_ ref: DomainRef) throws -> String {
    _ = try domain(ref)
    return "linux"
  }

  func isUpdated(_ ref: DomainRef) throws -> Int32 {
    _ = try domain(ref)
    return 0
  }

  func messages(_ ref: DomainRef) throws -> Bounded<2048, String> {
    try Bounded(domain(ref).messages)
  }

  func schedulerParameters(_ ref: DomainRef, _ flags: UInt32) throws -> Bounded<16, TypedParameter> {
    try check(flags, in: "testDomainGetSchedulerParametersFlags")
    _ = try domain(ref)
    return [TypedParameter(field: "weight", value: .uint(50))]
  }

  /// Accepted and without effect, as with libvirt's own test driver.
  func setSchedulerParameters(_ ref: DomainRef, _ parameters: Bounded<16, TypedParameter>, _ flags: UInt32) throws {
    try check(flags, in: "testDomainSetSchedulerParametersFlags")
    _ = try domain(ref)
    for (index, parameter) in parameters.enumerated() {
      guard parameter.field == "weight" else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "parameter '\(parameter.field)' not supported")
      }
      guard index == 0 else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "parameter 'weight' occurs multiple times")
      }
    }
  }
}
