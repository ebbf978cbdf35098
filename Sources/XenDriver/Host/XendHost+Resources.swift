import Drivers
import LibvirtProtocol
import SExpressions
import XDR

/// Memory, processors, autostart.
extension XendHost {
  func setMemory(_ ref: DomainRef, _ kibibytes: UInt64, _ flags: UInt32) async throws {
    let known: DomainMemoryModFlags = [.live, .config, .maximum]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainSetMemoryFlags", Self.errorDomain)
    let wanted = DomainMemoryModFlags(rawValue: flags)
    let (domain, key) = try await reach(ref)
    try checkImpact(on: domain, live: wanted.contains(.live), config: wanted.contains(.config))
    let mebibytes = kibibytes / 1024 + (kibibytes % 1024 == 0 ? 0 : 1)
    if wanted.contains(.maximum) {
      try await change(.setMaxMemory(key, mebibytes: mebibytes))
    } else {
      guard kibibytes <= domain.maxMemory else {
        throw LibvirtError(.invalidArg, Self.errorDomain, "cannot set memory higher than max memory")
      }
      try await change(.setMemory(key, mebibytes: mebibytes))
    }
  }

  func setVcpus(_ ref: DomainRef, _ count: UInt32, _ flags: UInt32) async throws {
    let known: DomainVcpuFlags = [.live, .config]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainSetVcpusFlags", Self.errorDomain)
    let wanted = DomainVcpuFlags(rawValue: flags)
    let (domain, key) = try await reach(ref)
    try checkImpact(on: domain, live: wanted.contains(.live), config: wanted.contains(.config))
    guard count > 0 else { throw LibvirtError(.invalidArg, Self.errorDomain, "a domain needs a processor") }
    guard !domain.isActive || count <= UInt32(clamping: domain.maxVcpus) else {
      throw LibvirtError(.invalidArg, Self.errorDomain, "requested cpu amount exceeds maximum (\(count) > \(domain.maxVcpus))")
    }
    try await change(.setVcpus(key, count))
  }

  /// xend changes a running domain and what it keeps of it together.
  private nonisolated func checkImpact(on domain: XenDomain, live: Bool, config: Bool) throws {
    if live { try requireActive(domain) }
    if config, !live, domain.isActive {
      throw LibvirtError(
        .argumentUnsupported, Self.errorDomain, "xend cannot change what is kept of a running domain without changing the domain too")
    }
  }

  /// Pins a processor to some of the host's.
  ///
  /// Throws for a Xen before 3.4, which would take the list for all processors, or refuse it.
  func pin(_ ref: DomainRef, _ vcpu: UInt32, _ map: Opaque<2048>, _ flags: UInt32) async throws {
    let known: DomainModificationImpact = [.live]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainPinVcpuFlags", Self.errorDomain)
    guard node.version >= 3_004_000 else {
      throw LibvirtError.unsupported(Remote.domainPinVcpu, Self.errorDomain)
        .noting(
          "Xen before 3.4 reads a list of processors wrongly and would use all of them; this host has \(node.version / 1_000_000).\(node.version / 1_000 % 1_000)"
        )
    }
    let (domain, key) = try await reach(ref)
    guard vcpu < UInt32(clamping: domain.maxVcpus) else {
      throw LibvirtError(.invalidArg, Self.errorDomain, "vcpu \(vcpu) is out of range of live cpu count \(domain.maxVcpus)")
    }
    let bytes = map.bytes
    let most = min(bytes.count * 8, Int(node.nodeInfo.cpus))
    let cpus = (0..<most).filter { bytes[$0 / 8] >> UInt8($0 % 8) & 1 == 1 }
    guard !cpus.isEmpty else { throw LibvirtError(.invalidArg, Self.errorDomain, "no host processor is in the list") }
    try await change(.pinVcpu(key, vcpu, to: cpus.map(UInt32.init)))
  }

  func isAutostarted(_ ref: DomainRef) async throws -> Int32 {
    try requireManaged(Remote.domainGetAutostart)
    return try await domain(ref).isAutostarted ? 1 : 0
  }

  /// xend has no request for this: the whole document goes back with one value changed.
  func setAutostart(_ ref: DomainRef, _ isOn: Bool) async throws {
    try requireManaged(Remote.domainSetAutostart)
    let (domain, key) = try await reach(ref)
    guard domain.isAutostarted != isOn else { return }
    let document = try await document(.domain(key))
    guard try XenDomain(document: document, format: format).uuid == domain.uuid else {
      throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching uuid '\(ref.uuid)' (\(ref.name))")
    }
    try await change(.define(document.autostarted(isOn)))
  }
}
