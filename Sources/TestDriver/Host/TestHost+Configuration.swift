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

  func setMemory(
    _ ref: DomainRef, _ kibibytes: UInt64, _ flags: UInt32, function: String = "virDomainSetMemoryFlags"
  ) throws {
    let known: DomainMemoryModFlags = [.live, .config, .maximum]
    try check(flags, allowed: known.rawValue, in: "testDomainSetMemoryFlags")
    guard kibibytes > 0 else { throw whole("memory in \(function) must not be zero") }
    try refuseBoth(flags)
    try change(ref) { domain in
      let maximum = flags & DomainMemoryModFlags.maximum.rawValue != 0
      try edit(&domain, flags) { definition, isRunning in
        if maximum {
          guard !isRunning else { throw invalid("cannot resize the maximum memory on an active domain") }
          guard !definition.hasNUMACells else {
            throw invalid("initial memory size of a domain with NUMA nodes cannot be modified with this API")
          }
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
    guard count > 0 else { throw whole("nvcpus in virDomainSetVcpusFlags must not be zero") }
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
}
