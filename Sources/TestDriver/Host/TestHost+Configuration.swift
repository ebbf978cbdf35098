import LibvirtProtocol
import XDR

extension TestHost {
  func xml(_ ref: DomainRef, _ flags: UInt32) throws -> String {
    let known: DomainXMLFlags = [.secure, .inactive, .migratable]
    try check(flags, allowed: known.rawValue, in: "testDomainGetXMLDesc")
    let domain = try domain(ref)
    let wanted = DomainXMLFlags(rawValue: flags)
    if wanted.contains(.inactive) { return domain.persistentDefinition.xml(secure: wanted.contains(.secure)) }
    return domain.definition.xml(id: domain.id, secure: wanted.contains(.secure))
  }

  func setAutostart(_ ref: DomainRef, _ isOn: Bool) throws { try change(ref) { $0.isAutostarted = isOn } }

  func setMemory(_ ref: DomainRef, _ kibibytes: UInt64, _ flags: UInt32) throws {
    let known: DomainMemoryModFlags = [.live, .config, .maximum]
    try check(flags, allowed: known.rawValue, in: "testDomainSetMemoryFlags")
    let both: DomainMemoryModFlags = [.live, .config]
    guard !DomainMemoryModFlags(rawValue: flags).isSuperset(of: both) else {
      throw LibvirtError(
        code: .invalidArg, domain: Self.errorDomain,
        message: "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive")
    }
    try change(ref) { domain in
      let maximum = flags & DomainMemoryModFlags.maximum.rawValue != 0
      try edit(&domain, flags) { definition, _ in
        if maximum {
          definition.memory = kibibytes
          definition.currentMemory = min(definition.currentMemory, kibibytes)
        } else {
          guard kibibytes <= definition.memory else {
            throw LibvirtError(.invalidArg, Self.errorDomain, "cannot set memory higher than max memory")
          }
          definition.currentMemory = kibibytes
        }
      }
    }
  }

  func setVcpus(_ ref: DomainRef, _ count: UInt32, _ flags: UInt32) throws {
    let known: DomainVcpuFlags = [.live, .config, .maximum]
    try check(flags, allowed: known.rawValue, in: "testDomainSetVcpusFlags")
    guard count <= Self.maximumVcpus else {
      throw LibvirtError(
        .invalidArg, Self.errorDomain,
        "requested cpu amount exceeds maximum supported amount (\(Int32(bitPattern: count)) > \(Self.maximumVcpus))")
    }
    try change(ref) { domain in
      let maximum = flags & DomainVcpuFlags.maximum.rawValue != 0
      try edit(&domain, flags) { definition, isRunning in
        // The most of a running domain cannot change: what runs gets the number, what is defined the limit.
        if maximum, !isRunning {
          definition.maxVcpus = Int(count)
        } else {
          guard count <= definition.maxVcpus else {
            throw LibvirtError(
              .invalidArg, Self.errorDomain, "requested cpu amount exceeds maximum (\(count) > \(definition.maxVcpus))")
          }
          definition.vcpus = Int(count)
        }
      }
    }
  }

  /// Applies a change to what runs, to what is defined, or to both, as the flags say.
  private func edit(_ domain: inout TestDomain, _ flags: UInt32, _ body: (inout DomainDefinition, _ isRunning: Bool) throws -> Void) throws
  {
    var impact = DomainModificationImpact(rawValue: flags).intersection([.live, .config])
    if impact.isEmpty { impact = domain.isActive ? .live : .config }
    if impact.contains(.live), !domain.isActive { throw invalid("domain is not running") }
    if impact.contains(.config), !domain.isPersistent { throw invalid("transient domains do not have any persistent config") }
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

  func metadata(_ ref: DomainRef, _ type: Int32, _ uri: String?, _ flags: UInt32) throws -> String {
    let domain = try domain(ref)
    let isNext = flags & DomainModificationImpact.config.rawValue != 0
    let definition = isNext ? domain.persistentDefinition : domain.definition
    let text: String? =
      switch type {
      case 0: definition.description
      case 1: definition.title
      default: uri.flatMap { definition.metadata(uri: $0) }
      }
    guard let text else { throw LibvirtError(.noDomainMetadata, Self.errorDomain, "Requested metadata element is not present") }
    return text
  }
}
