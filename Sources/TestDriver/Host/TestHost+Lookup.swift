import LibvirtProtocol
import XDR

extension TestHost {
  func lookUp(id: Int32) throws -> DomainRef { try lookUp { $0.id == id } }

  func lookUp(name: String) throws -> DomainRef { try lookUp { $0.definition.name == name } }

  func lookUp(uuid: UUID) throws -> DomainRef {
    guard let domain = domains[uuid] else { throw LibvirtError(.noDomain, Self.errorDomain) }
    return domain.ref
  }

  private func lookUp(_ matches: (TestDomain) -> Bool) throws -> DomainRef {
    guard let domain = domains.values.first(where: matches) else { throw LibvirtError(.noDomain, Self.errorDomain) }
    return domain.ref
  }

  /// All domains that the flags let through, by `virConnectListAllDomains`' rule: within a group of flags any of those
  /// given is enough, a group of which none is given lets all through.
  func list(needResults: Int32, _ flags: UInt32) throws -> Listing<16384, DomainRef, UInt32> {
    try check(flags, allowed: 0xFFFF, in: "testConnectListAllDomains")
    let wanted = ConnectListAllDomainsFlags(rawValue: flags)
    let refs = domains.values.filter { $0.traits.passes(wanted) }.map(\.ref).sorted { ($0.id, $0.name) < ($1.id, $1.name) }
    return Listing(refs, needResults: needResults)
  }

  func ids() -> [Int32] { domains.values.compactMap(\.id).sorted() }

  func inactiveNames() -> [String] { domains.values.filter { !$0.isActive }.map(\.definition.name).sorted() }
}
