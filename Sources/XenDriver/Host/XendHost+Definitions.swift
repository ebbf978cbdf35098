import Drivers
import LibvirtProtocol

/// Domains that do not run, on a Xen whose daemon does not keep them: they are files of its host.
extension XendHost {
  /// Those that are not called like a living one; empty where xend itself keeps them, and for another host's xend.
  func definitions(beside names: [String]) -> [XenDomain] {
    guard let folder = definitions else { return [] }
    let names = Set(names)
    return folder.domains(format: format).filter { !names.contains($0.name) }
  }

  /// The one behind a handle, if it is defined and does not run.
  func definition(_ ref: DomainRef) -> XenDomain? { definitions(beside: []).first { $0.uuid == ref.uuid } }

  /// Starts it as a domain of its own: xend will not know that it was defined.
  func startDefinition(_ domain: XenDomain, _ flags: UInt32) async throws -> DomainRef {
    try LibvirtError.refuse(flags, allowed: DomainCreateFlags.paused.rawValue, in: "xenUnifiedDomainCreateWithFlags", Self.errorDomain)
    return try await launch(domain, isPaused: DomainCreateFlags(rawValue: flags).contains(.paused))
  }
}
