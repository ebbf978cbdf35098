import Drivers
import LibvirtProtocol
import SExpressions

extension XendHost {
  func define(_ xml: String, _ flags: UInt32) async throws -> DomainRef {
    try LibvirtError.refuse(flags, allowed: DomainDefineFlags.validate.rawValue, in: "xenUnifiedDomainDefineXMLFlags", Self.errorDomain)
    try requireManaged(Remote.domainDefineXml)
    let domain = try XenDomain(xml: xml)
    try await change(.define(try domain.configuration(format: format)))
    return try await self.domain(domain.ref).ref
  }

  /// Starts a transient domain. xend leaves it paused, with its devices still to come.
  func create(_ xml: String, _ flags: UInt32) async throws -> DomainRef {
    let known: DomainCreateFlags = [.paused, .validate]
    try LibvirtError.refuse(flags, allowed: known.rawValue, in: "xenUnifiedDomainCreateXML", Self.errorDomain)
    return try await launch(try XenDomain(xml: xml), isPaused: DomainCreateFlags(rawValue: flags).contains(.paused))
  }

  /// Brings a domain to life that xend does not keep.
  func launch(_ domain: XenDomain, isPaused: Bool) async throws -> DomainRef {
    let answer = try await change(.create(try domain.configuration(format: format)))
    // xend answers with the domain as it has it.
    let ref = (answer.expression.flatMap { try? XenDomain(document: $0, format: format) } ?? domain).ref
    do {
      let (_, key) = try await reach(ref)
      try await change(.waitForDevices(key))
      if !isPaused { try await change(.unpause(key)) }
    } catch {
      // Half a domain is nobody's wish: it goes even if nobody waits for that any more.
      await Task {
        if let (_, key) = try? await reach(ref) { _ = try? await change(.destroy(key)) }
      }.value
      throw error
    }
    return try await self.domain(ref).ref
  }

  func start(_ ref: DomainRef, _ flags: UInt32) async throws -> DomainRef {
    if let definition = definition(ref), try await !domain(ref).isActive { return try await startDefinition(definition, flags) }
    try requireManaged(Remote.domainCreate)
    guard !DomainCreateFlags(rawValue: flags).contains(.paused) else {
      throw LibvirtError(
        .configUnsupported, Self.errorDomain, "xend starts a defined domain running; one that is created from XML may begin paused")
    }
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainCreateWithFlags", Self.errorDomain)
    let (domain, key) = try await reach(ref)
    guard !domain.isActive else { throw LibvirtError.operationInvalid("domain is already running", Self.errorDomain) }
    try await change(.start(key))
    return try await self.domain(ref).ref
  }

  func undefine(_ ref: DomainRef, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainUndefineFlags", Self.errorDomain)
    try requireManaged(Remote.domainUndefine)
    let (domain, key) = try await reach(ref)
    guard !domain.isActive else {
      throw LibvirtError.operationInvalid(
        "cannot undefine a domain while it runs: xend has no domain that runs undefined", Self.errorDomain)
    }
    try await change(.undefine(key))
  }

  func suspend(_ ref: DomainRef) async throws { try await act(ref) { .pause($0) } }

  func resume(_ ref: DomainRef) async throws { try await act(ref) { .unpause($0) } }

  func shutdown(_ ref: DomainRef, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainShutdownFlags", Self.errorDomain)
    try await act(ref) { .shutdown($0, .poweroff) }
  }

  func reboot(_ ref: DomainRef, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainReboot", Self.errorDomain)
    try await act(ref) { .shutdown($0, .reboot) }
  }

  func reset(_ ref: DomainRef, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainReset", Self.errorDomain)
    try await act(ref) { .reset($0) }
  }

  func destroy(_ ref: DomainRef, _ flags: UInt32) async throws {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainDestroyFlags", Self.errorDomain)
    try await act(ref) { .destroy($0) }
  }

  func rename(_ ref: DomainRef, to name: String?, _ flags: UInt32) async throws -> Int32 {
    try LibvirtError.refuse(flags, in: "xenUnifiedDomainRename", Self.errorDomain)
    guard let name, !name.isEmpty else { throw LibvirtError.invalidArgument("a domain needs a name", Self.errorDomain) }
    guard name.utf8.allSatisfy(XenDomain.isNameByte) else {
      throw LibvirtError(.configUnsupported, Self.errorDomain, "domain name '\(name)': Xen has letters, digits and _.:/+- only")
    }
    // Nobody could ask for it by that name.
    _ = try XendDomainKey(name: name)
    let (_, key) = try await reach(ref)
    try await change(.rename(key, to: name))
    return 0
  }

  /// Does something to a domain that must be running.
  func act(_ ref: DomainRef, _ request: (XendDomainKey) throws -> XendRequest) async throws {
    let (domain, key) = try await reach(ref)
    try requireActive(domain)
    try await change(try request(key))
  }

  /// Throws where xend is too old to keep domains that do not run.
  nonisolated func requireManaged(_ procedure: some AnyProcedure) throws {
    guard format.hasDefinedDomains else {
      throw LibvirtError.unsupported(procedure, Self.errorDomain).noting(Self.keepsNone)
    }
  }

  /// Why an old xend cannot change what is kept of a domain.
  static let keepsNone = "Xen before 3.0.4 keeps no domains that do not run"
}
