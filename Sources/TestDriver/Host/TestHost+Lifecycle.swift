import Drivers
import LibvirtProtocol
import XDR

extension TestHost {
  func define(_ xml: String, _ flags: UInt32) throws -> DomainRef {
    try check(flags, allowed: DomainDefineFlags.validate.rawValue, in: "testDomainDefineXMLFlags")
    let definition = try definition(xml)
    // Only defining refuses this; a domain may well be created under such a name.
    guard !definition.name.utf8.contains(UInt8(ascii: "\n")) else {
      throw LibvirtError(code: .xmlDetail, domain: .domain, message: "invalid char in name: \n")
    }
    var domain =
      try existing(definition)
      ?? TestDomain(
        definition: definition, state: DomainState(state: DomainRunState.shutoff.rawValue, reason: 0), isPersistent: true)
    let isNew = domains[domain.uuid] == nil
    domain.persistentDefinition = definition
    domain.isPersistent = true
    put(domain)
    tell(domain.ref, DomainEventType.defined.rawValue, isNew ? 0 : 1)
    return domain.ref
  }

  func create(_ xml: String, _ flags: UInt32) throws -> DomainRef {
    try check(flags, allowed: DomainCreateFlags.validate.rawValue, in: "testDomainCreateXML")
    return try start(definition(xml), reason: DomainRunningReason.booted.rawValue, detail: DomainEventStartedDetail.booted.rawValue)
  }

  /// Starts what a definition describes; a domain that is defined already keeps its definition for the next start.
  @discardableResult
  func start(_ definition: DomainDefinition, reason: Int32, detail: Int32) throws -> DomainRef {
    let old = try existing(definition)
    if let old, old.isActive { throw invalid("domain '\(old.definition.name)' is already active") }
    var domain = old ?? TestDomain(definition: definition, state: DomainState(state: 0, reason: 0), isPersistent: false)
    domain.definition = definition
    domain.nextDefinition = old?.definition
    try run(&domain, reason: reason, detail: detail)
    return domain.ref
  }

  func start(_ ref: DomainRef, _ flags: UInt32) throws -> DomainRef {
    try check(flags, allowed: DomainCreateFlags.forceBoot.rawValue, in: "testDomainCreateWithFlags")
    var domain = try domain(ref)
    guard !domain.isActive else { throw invalid("Domain '\(domain.definition.name)' is already running") }
    try run(&domain)
    return domain.ref
  }

  func suspend(_ ref: DomainRef) throws {
    try change(ref) { domain in
      guard domain.isActive, domain.state.state != DomainRunState.paused.rawValue else {
        throw failure("domain '\(domain.definition.name)' not running")
      }
      domain.state = DomainState(state: DomainRunState.paused.rawValue, reason: 1)
      tell(domain.ref, DomainEventType.suspended.rawValue, 0)
    }
  }

  func resume(_ ref: DomainRef) throws {
    try change(ref) { domain in
      guard domain.state.state == DomainRunState.paused.rawValue else { throw failure("domain '\(domain.definition.name)' not paused") }
      domain.state = DomainState(state: DomainRunState.running.rawValue, reason: 5)
      tell(domain.ref, DomainEventType.resumed.rawValue, 0)
    }
  }

  func shutdown(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, in: "testDomainShutdownFlags")
    try change(ref) { domain in
      guard domain.isActive else { throw failure("domain '\(domain.definition.name)' not running") }
      end(&domain, by: "on_poweroff")
    }
  }

  /// What a reboot does is the definition's affair: `on_reboot`.
  func reboot(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, allowed: 0x1F, in: "testDomainReboot")
    try change(ref) { domain in
      guard domain.isActive else { throw invalid("domain is not running") }
      end(&domain, by: "on_reboot")
    }
  }

  /// The guest ended by itself: the domain stops, or goes on where its definition says so.
  private func end(_ domain: inout TestDomain, by action: String) {
    switch domain.definition.root[child: action]?.text {
    case "restart", "rename-restart": domain.state = DomainState(state: DomainRunState.running.rawValue, reason: 1)
    case "destroy", "preserve": stop(&domain, reason: 1, detail: 0)
    default:
      if action == "on_reboot" {
        domain.state = DomainState(state: DomainRunState.running.rawValue, reason: 1)
      } else {
        stop(&domain, reason: 1, detail: 0)
      }
    }
  }

  func destroy(_ ref: DomainRef, _ flags: UInt32) throws {
    try check(flags, allowed: DomainDestroyFlags.graceful.rawValue, in: "testDomainDestroyFlags")
    try change(ref) { domain in
      guard domain.isActive else { throw invalid("domain is not running") }
      stop(&domain, reason: 2, detail: 1)
    }
  }

  func undefine(_ ref: DomainRef, _ flags: UInt32) throws {
    let known: DomainUndefineFlags = [.managedSave, .snapshotsMetadata]
    try check(flags, allowed: known.rawValue, in: "testDomainUndefineFlags")
    try change(ref) { domain in
      if domain.hasManagedSave, flags & DomainUndefineFlags.managedSave.rawValue == 0 {
        throw invalid("Refusing to undefine while domain managed save image exists")
      }
      domain.hasManagedSave = false
      domain.isPersistent = false
      tell(domain.ref, DomainEventType.undefined.rawValue, 0)
    }
  }

  /// What a persistent domain has after this run is what runs, written and read again, as libvirt copies it.
  private func run(
    _ domain: inout TestDomain, reason: Int32 = DomainRunningReason.booted.rawValue,
    detail: Int32 = DomainEventStartedDetail.booted.rawValue
  ) throws {
    domain.id = takeID()
    if domain.isPersistent, domain.nextDefinition == nil {
      do {
        domain.nextDefinition = try definition(domain.definition.xml(secure: true))
      } catch {
        // libvirt leaves such a domain shut off, and with its number.
        domain.state = DomainState(state: DomainRunState.shutoff.rawValue, reason: 0)
        put(domain)
        throw error
      }
    }
    domain.state = DomainState(state: DomainRunState.running.rawValue, reason: reason)
    domain.hasManagedSave = false
    put(domain)
    tell(domain.ref, DomainEventType.started.rawValue, detail)
  }

  func stop(_ domain: inout TestDomain, reason: Int32, detail: Int32) {
    domain.stop(reason)
    tell(domain.ref, DomainEventType.stopped.rawValue, detail)
  }

  /// The domain that has the definition's name and UUID; throws when they belong to two different ones.
  private func existing(_ definition: DomainDefinition) throws -> TestDomain? {
    let uuid = UUID(bytes: definition.uuid) ?? UUID(high: 0, low: 0)
    if let domain = domains[uuid] {
      guard domain.definition.name == definition.name else {
        throw LibvirtError(
          .operationFailed, Self.errorDomain, "domain '\(domain.definition.name)' is already defined with uuid \(uuid)")
      }
      return domain
    }
    if let domain = domains.values.first(where: { $0.definition.name == definition.name }) {
      throw LibvirtError(
        .operationFailed, Self.errorDomain, "domain '\(definition.name)' already exists with uuid \(domain.uuid)")
    }
    return nil
  }

  nonisolated func invalid(_ text: String) -> LibvirtError { LibvirtError(.operationInvalid, Self.errorDomain, text) }
  nonisolated func failure(_ text: String) -> LibvirtError { LibvirtError(.internalError, Self.errorDomain, text) }
}
