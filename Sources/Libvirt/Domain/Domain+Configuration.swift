import LibvirtProtocol
import XDR

extension Domain {
  /// The definition as XML.
  ///
  /// A read-only connection is refused the secrets in it, in libvirt's words.
  public func xml(_ flags: DomainXMLFlags = []) async throws -> String {
    if connection.isReadOnly, !flags.isDisjoint(with: [.secure, .migratable]) {
      throw LibvirtError(.operationDenied, .dom, "virDomainGetXMLDesc with secure flag")
    }
    return try await connection.call(Remote.domainGetXmlDesc, ref, flags.rawValue)
  }

  /// Sets the memory the guest may use now, in KiB, more than 0; from 2^53 - 1 on libvirt calls it too large.
  /// A server before libvirt 0.9.0 has an older call for the running domain alone, which is made if it `canBeOlder`.
  public func setMemory(_ kibibytes: UInt64, _ impact: DomainModificationImpact, canBeOlder: Bool) async throws {
    try checkMemory(kibibytes)
    do {
      try await connection.call(Remote.domainSetMemoryFlags, ref, kibibytes, impact.rawValue)
    } catch let error as LibvirtError where error.isUnsupported && impact == .live && canBeOlder {
      try await connection.call(Remote.domainSetMemory, ref, kibibytes)
    }
  }

  /// What libvirt's library says of amounts before it asks the hypervisor. Who may only read is told that first, by the connection.
  func checkMemory(_ kibibytes: UInt64) throws {
    if connection.isReadOnly { return }
    if kibibytes == 0 { throw LibvirtError(code: .invalidArg, domain: .dom, message: "memory in virDomainSetMemoryFlags must not be zero") }
    if kibibytes >= UInt64(Int64.max) / 1024 { throw LibvirtError(.overflow, .dom, "input too large: \(kibibytes)") }
  }

  /// Sets the number of processors the guest has now.
  public func setVcpus(_ count: UInt32, _ flags: DomainVcpuFlags? = nil) async throws {
    if let flags {
      try await connection.call(Remote.domainSetVcpusFlags, ref, count, flags.rawValue)
    } else {
      try await connection.call(Remote.domainSetVcpus, ref, count)
    }
  }

  /// The scheduler's name and its parameters. Both answers depend on each other, so this takes two round trips.
  public func scheduler(_ impact: DomainModificationImpact? = nil) async throws -> (type: String, parameters: [TypedParameter]) {
    let type = try await schedulerType()
    return (type.type, try await schedulerParameters(atMost: type.nparams, impact))
  }

  /// The scheduler's name and how many parameters it has.
  public func schedulerType() async throws -> SchedulerType { try await connection.call(Remote.domainGetSchedulerType, ref) }

  /// The scheduler's parameters. Strings among them are welcome, and libvirt's flag says so.
  public func schedulerParameters(atMost count: Int32, _ impact: DomainModificationImpact? = nil) async throws -> [TypedParameter] {
    guard count > 0 else { return [] }
    if let impact {
      return Array(
        try await connection.call(Remote.domainGetSchedulerParametersFlags, ref, count, impact.rawValue | TypedParameter.stringsWelcome))
    }
    return Array(try await connection.call(Remote.domainGetSchedulerParameters, ref, count))
  }

  /// Changes parameters of the scheduler.
  public func setSchedulerParameters(_ parameters: [TypedParameter], _ impact: DomainModificationImpact? = nil) async throws {
    if let impact {
      try await connection.call(Remote.domainSetSchedulerParametersFlags, ref, Bounded(parameters), impact.rawValue)
    } else {
      try await connection.call(Remote.domainSetSchedulerParameters, ref, Bounded(parameters))
    }
  }
}
