import Drivers
import Glibc
import LibvirtProtocol
import XDR

extension XendHost {
  /// The host as it is now.
  func freshNode() async throws -> XenNode { try XenNode(document: try await document(.node)) }

  /// The most processors that a domain of Xen may have.
  static let maximumVcpus: Int32 = 32
  /// The libvirt that a client may take this driver for: 9.0.0.
  static let libraryVersion: UInt64 = 9_000_000

  func log(_ number: UInt32) async throws -> String {
    let answer =
      switch XenLog(rawValue: number) {
      case .daemon: try await read(.log)
      case .hypervisor: try await read(.dmesg)
      case nil: throw LibvirtError.invalidArgument("there is no log \(number)", Self.errorDomain)
      }
    if case .text(let text) = answer { return text } else { return "" }
  }

  func info(_ ref: DomainRef) async throws -> DomainInfo { try await domain(ref).info }

  func state(_ ref: DomainRef) async throws -> DomainState { DomainState(state: try await domain(ref).state.rawValue, reason: 0) }

  /// Whether a domain stays when it ends. xend does not tell of one that runs; on its own host it keeps what stays in a folder.
  func isPersistent(_ ref: DomainRef) async throws -> Bool {
    let domain = try await domain(ref)
    guard domain.isActive else { return true }
    guard format.hasDefinedDomains else { return false }
    guard let isKept = client.address.keepsDefinition(of: domain.uuid) else {
      throw LibvirtError.unsupported(Remote.domainIsPersistent, Self.errorDomain)
    }
    return isKept
  }

  func xml(_ ref: DomainRef, _ flags: UInt32) async throws -> String {
    let known: DomainXMLFlags = [.secure, .inactive, .updateCpu]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainGetXMLDesc", Self.errorDomain)
    let wanted = DomainXMLFlags(rawValue: flags)
    var domain = try await domain(ref)
    if wanted.contains(.inactive) { domain.id = nil }
    return domain.xml(secure: wanted.contains(.secure))
  }

  /// The processors of a domain, each with its place and the host's processors that it may use.
  func vcpus(_ ref: DomainRef, atMost count: Int32, mapLength: Int32) async throws -> DomainVcpus {
    let (domain, key) = try await reach(ref)
    try requireActive(domain)
    return try XenVcpus(document: try await document(.vcpuInfo(key)))
      .answer(count: min(Int(count), 16384), mapLength: min(max(0, Int(mapLength)), 2048))
  }

  func pinning(_ ref: DomainRef, atMost count: Int32, mapLength: Int32) async throws -> VcpuPinInfo {
    let answer = try await vcpus(ref, atMost: count, mapLength: mapLength)
    return VcpuPinInfo(cpumaps: answer.cpumaps, num: Int32(clamping: answer.info.count))
  }

  func vcpuCount(_ ref: DomainRef, _ flags: UInt32) async throws -> Int32 {
    let known: DomainVcpuFlags = [.live, .config, .maximum]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainGetVcpusFlags", Self.errorDomain)
    let domain = try await domain(ref)
    if DomainVcpuFlags(rawValue: flags).contains(.live) { try requireActive(domain) }
    return Int32(clamping: DomainVcpuFlags(rawValue: flags).contains(.maximum) ? domain.maxVcpus : domain.vcpus)
  }

  /// Throws in libvirt's words for a domain that does not run.
  nonisolated func requireActive(_ domain: XenDomain) throws {
    guard domain.isActive else { throw LibvirtError.operationInvalid("domain is not running", Self.errorDomain) }
  }
}

extension XendAddress {
  /// Whether xend is on this host, and what is said to it stays here.
  var isLocal: Bool { if case .unix = self { true } else { false } }

  /// Whether the xend of this host keeps the definition of a domain, which nothing but its own folder tells; nil for another host's,
  /// and where there is no such folder.
  func keepsDefinition(of domain: UUID) -> Bool? {
    let folder = "/var/lib/xend/domains"
    guard isLocal, access(folder, X_OK) == 0 else { return nil }
    return access("\(folder)/\(domain)/config.sxp", F_OK) == 0
  }
}
