import Drivers
import LibvirtProtocol
import SExpressions
import XDR

extension XendHost {
  /// The domain behind a handle, as it is now; throws number 42.
  func domain(_ ref: DomainRef) async throws -> XenDomain {
    try checkHeard(ref)
    do {
      // By name, as lists ask for it too.
      return try await find(ref, by: keys(of: ref)).domain
    } catch let error as LibvirtError where error.code == .noDomain {
      guard let domain = definition(ref) else { throw error }
      return domain
    }
  }

  /// The domain behind a handle, and how to name it to xend where it is to be changed; throws number 42, and 55 for a domain of which
  /// there is only a file, which xend cannot change.
  ///
  /// Between this and the change the domain may end or be renamed, and its name become another's. A UUID cannot; xend before 3.0.4 does
  /// not look those up.
  func reach(_ ref: DomainRef) async throws -> (domain: XenDomain, key: XendDomainKey) {
    try checkHeard(ref)
    do {
      return try await find(ref, by: keys(of: ref).reversed())
    } catch let error as LibvirtError where error.code == .noDomain {
      if let definition = definition(ref) { try requireActive(definition) }
      throw error
    }
  }

  /// What xend finds under a name or UUID may be another domain (a name hides numbers and UUIDs), so it is looked at before anything is
  /// done to it.
  private func find(_ ref: DomainRef, by keys: [XendDomainKey]) async throws -> (domain: XenDomain, key: XendDomainKey) {
    for key in keys {
      guard let domain = try await found(key), domain.uuid == ref.uuid else { continue }
      return (domain, key)
    }
    throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching uuid '\(ref.uuid)' (\(ref.name))")
  }

  /// How to name a domain to xend: by its name, which every xend knows, and by its UUID.
  private func keys(of ref: DomainRef) -> [XendDomainKey] {
    [try? XendDomainKey(name: ref.name), format.hasDefinedDomains ? XendDomainKey(uuid: ref.uuid) : nil].compactMap(\.self)
  }

  /// What xend has under a name or a UUID; nil for nothing.
  func found(_ key: XendDomainKey) async throws -> XenDomain? {
    do {
      return try XenDomain(document: try await document(.domain(key)), format: format)
    } catch let error as LibvirtError where error.code == .noDomain {
      return nil
    }
  }

  func lookUp(name: String) async throws -> DomainRef {
    if let key = try? XendDomainKey(name: name) {
      if let domain = try await found(key), domain.name == name { return domain.ref }
      if let domain = definitions(beside: []).first(where: { $0.name == name }) { return domain.ref }
    } else if let domain = try await detailed().first(where: { $0.name == name }) {
      return domain.ref
    }
    throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching name '\(name)'")
  }

  func lookUp(id: Int32) async throws -> DomainRef {
    if id >= 0 {
      if let domain = try await found(try XendDomainKey(name: "\(id)")), domain.id == id { return domain.ref }
      // A domain that is called like the number hides it.
      if let ref = try await domains({ $0.id == id ? $0.ref : nil }).first { return ref }
    }
    throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching id \(id)")
  }

  func lookUp(uuid: UUID) async throws -> DomainRef {
    if format.hasDefinedDomains, let domain = try await found(XendDomainKey(uuid: uuid)), domain.uuid == uuid { return domain.ref }
    if let ref = try await domains({ $0.uuid == uuid ? $0.ref : nil }).first { return ref }
    throw LibvirtError(.noDomain, Self.errorDomain, "no domain with matching uuid '\(uuid)'")
  }
}

extension XenDomain {
  /// The handle of the domain.
  var ref: DomainRef { DomainRef(name: name, uuid: uuid, id: id ?? -1) }

  /// Whether it runs, or is paused.
  var isActive: Bool { id != nil }
}
