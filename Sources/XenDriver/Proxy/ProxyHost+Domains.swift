import LibvirtProtocol
import XDR

extension ProxyHost {
  func lookUp(id: Int32) async throws -> DomainRef {
    guard let domain = try await find(.lookup(id: id)) else {
      throw LibvirtError(.noDomain, .proxy, "no domain with matching id \(id)")
    }
    return domain
  }

  func lookUp(uuid: UUID) async throws -> DomainRef {
    guard let domain = try await find(.lookup(uuid: uuid)) else {
      throw LibvirtError(.noDomain, .proxy, "no domain with matching uuid '\(uuid)'")
    }
    return domain
  }

  func lookUp(name: String) async throws -> DomainRef {
    guard let question = ProxyQuestion.lookup(name: name), let domain = try await find(question) else {
      throw LibvirtError(.noDomain, .proxy, "no domain with matching name '\(name)'")
    }
    return domain
  }

  func info(_ domain: DomainRef) async throws -> DomainInfo {
    var info = try await ask(about: domain, Remote.domainGetInfo) { .info($0) }
    // The proxy gives libvirt's own numbers; what is beyond them says nothing.
    if info.state.rawValue > 6 { info.state = XDRUChar(rawValue: 0) }
    return info
  }

  func state(_ domain: DomainRef) async throws -> DomainState {
    DomainState(state: Int32(try await info(domain).state.rawValue), reason: 0)
  }

  /// The XML of what runs.
  func xml(_ domain: DomainRef, _ flags: UInt32) async throws -> String {
    let wanted = DomainXMLFlags(rawValue: flags)
    guard !wanted.contains(.secure) else { throw LibvirtError(.operationDenied, .proxy, "virDomainGetXMLDesc with secure flag") }
    guard !wanted.contains(.inactive) else {
      throw LibvirtError(.argumentUnsupported, .proxy, "the proxy knows what runs, not what is defined")
    }
    return try await ask(about: domain, Remote.domainGetXmlDesc) { .xml($0) }
  }

  /// Every domain that the proxy knows runs.
  func isActive(_ domain: DomainRef) async throws -> Bool { try await find(.lookup(uuid: domain.uuid)) != nil }
}
