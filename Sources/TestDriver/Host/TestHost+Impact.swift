import LibvirtProtocol

extension TestHost {
  private static let both: DomainModificationImpact = [.live, .config]

  /// The definition that the flags ask for: what runs, or what the next start will have.
  ///
  /// - Throws: for both at once, for what runs where nothing runs, and for the next start of a transient domain.
  func definition(_ ref: DomainRef, _ flags: UInt32) throws -> DomainDefinition {
    try refuseBoth(flags)
    let domain = try domain(ref)
    return try impact(on: domain, flags).contains(.live) ? domain.definition : domain.persistentDefinition
  }

  /// Changes what runs, what is defined, or both, as the flags say; what throws changes nothing.
  func edit(_ ref: DomainRef, _ flags: UInt32, _ body: (inout DomainDefinition, _ isRunning: Bool) throws -> Void) throws {
    try change(ref) { try edit(&$0, flags, body) }
  }

  /// Applies a change to what runs, to what is defined, or to both, as the flags say.
  func edit(_ domain: inout TestDomain, _ flags: UInt32, _ body: (inout DomainDefinition, _ isRunning: Bool) throws -> Void) throws {
    let impact = try impact(on: domain, flags)
    if impact.contains(.config) {
      var next = domain.persistentDefinition
      if impact.contains(.live) { try body(&domain.definition, true) }
      try body(&next, false)
      domain.persistentDefinition = next
    } else {
      if domain.isPersistent, domain.nextDefinition == nil { domain.nextDefinition = domain.definition }
      try body(&domain.definition, true)
    }
  }

  /// What a change has an effect on; flags that name neither mean what there is.
  private func impact(on domain: TestDomain, _ flags: UInt32) throws -> DomainModificationImpact {
    var impact = DomainModificationImpact(rawValue: flags).intersection(Self.both)
    if impact.isEmpty { impact = domain.isActive ? .live : .config }
    if impact.contains(.live), !domain.isActive { throw notRunning }
    if impact.contains(.config), !domain.isPersistent { throw invalid("transient domains do not have any persistent config") }
    return impact
  }

  /// Refuses a call that is about one definition when its flags name both.
  nonisolated func refuseBoth(_ flags: UInt32) throws {
    guard DomainModificationImpact(rawValue: flags).isSuperset(of: Self.both) else { return }
    throw whole("Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive")
  }

  /// A domain that runs; throws where it does not.
  func running(_ ref: DomainRef) throws -> TestDomain {
    let domain = try domain(ref)
    guard domain.isActive else { throw notRunning }
    return domain
  }

  nonisolated var notRunning: LibvirtError { invalid("domain is not running") }

  /// `invalid argument: …`
  nonisolated func argument(_ detail: String) -> LibvirtError { .invalidArgument(detail, Self.errorDomain) }

  /// An argument that is refused in these words alone.
  nonisolated func whole(_ text: String) -> LibvirtError { LibvirtError(code: .invalidArg, domain: Self.errorDomain, message: text) }

  /// `argument unsupported: …`
  nonisolated func unsupportedArgument(_ detail: String) -> LibvirtError { LibvirtError(.argumentUnsupported, Self.errorDomain, detail) }
}
