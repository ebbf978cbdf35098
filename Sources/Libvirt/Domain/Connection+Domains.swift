import Drivers
import LibvirtProtocol
import XDR

extension Connection {
  /// The domain of a name; throws number 42 where there is none.
  public func domain(named name: String) async throws -> Domain {
    Domain(try await call(Remote.domainLookupByName, name), on: self)
  }

  /// The active domain of a number; throws number 42 where there is none.
  public func domain(id: Int32) async throws -> Domain {
    Domain(try await call(Remote.domainLookupById, id), on: self)
  }

  /// The domain of a UUID; throws number 42 where there is none.
  public func domain(uuid: UUID) async throws -> Domain {
    Domain(try await call(Remote.domainLookupByUuid, uuid), on: self)
  }

  /// All domains that `flags` let through; no flag lets all through.
  public func domains(_ flags: ConnectListAllDomainsFlags = []) async throws -> [Domain] {
    try await call(Remote.connectListAllDomains, 1, flags.rawValue).elements.map { Domain($0, on: self) }
  }

  /// Defines an inactive domain from XML, or changes the one that has the same name and UUID.
  public func defineDomain(xml: String, _ flags: DomainDefineFlags = []) async throws -> Domain {
    let ref =
      if flags.isEmpty {
        try await call(Remote.domainDefineXml, xml)
      } else {
        try await call(Remote.domainDefineXmlFlags, xml, flags.rawValue)
      }
    return Domain(ref, on: self)
  }

  /// Starts a domain from XML that is gone when it ends.
  public func createDomain(xml: String, _ flags: DomainCreateFlags = []) async throws -> Domain {
    Domain(try await call(Remote.domainCreateXml, xml, flags.rawValue), on: self)
  }

  /// Statistics of all domains that `flags` let through, in one call.
  public func domainStats(_ types: DomainStatsTypes, _ flags: ConnectGetAllDomainStatsFlags = []) async throws -> [DomainStatsRecord] {
    Array(try await call(Remote.connectGetAllDomainStats, [], types.rawValue, flags.rawValue))
  }

  /// Statistics of the named domains, in one call.
  public func domainStats(
    of domains: [Domain], _ types: DomainStatsTypes, _ flags: ConnectGetAllDomainStatsFlags = []
  ) async throws -> [DomainStatsRecord] {
    Array(try await call(Remote.connectGetAllDomainStats, Bounded(domains.map(\.ref)), types.rawValue, flags.rawValue))
  }
}

extension Connection {
  /// Starts a domain from XML with file descriptors of this process handed over.
  ///
  /// The descriptors travel beside the call; a driver that cannot carry them refuses it.
  public func createDomainWithFiles(xml: String, _ flags: DomainCreateFlags = []) async throws -> Domain {
    Domain(try await call(Remote.domainCreateXmlWithFiles, xml, flags.rawValue), on: self)
  }
}
