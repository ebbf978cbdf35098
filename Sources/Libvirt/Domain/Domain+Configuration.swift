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

  /// Sets the memory the guest may use now, in KiB; from 2^53 - 1 on libvirt calls it too large.
  public func setMemory(_ kibibytes: UInt64, _ impact: DomainModificationImpact? = nil) async throws {
    guard kibibytes < UInt64(Int64.max) / 1024 else { throw LibvirtError(.overflow, .dom, "input too large: \(kibibytes)") }
    if let impact {
      try await connection.call(Remote.domainSetMemoryFlags, ref, kibibytes, impact.rawValue)
    } else {
      try await connection.call(Remote.domainSetMemory, ref, kibibytes)
    }
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
      return Array(try await connection.call(Remote.domainGetSchedulerParametersFlags, ref, count, impact.rawValue | Self.stringOkay))
    }
    return Array(try await connection.call(Remote.domainGetSchedulerParameters, ref, count))
  }

  /// `VIR_TYPED_PARAM_STRING_OKAY`
  private static let stringOkay: UInt32 = 4

  /// Changes parameters of the scheduler.
  public func setSchedulerParameters(_ parameters: [TypedParameter], _ impact: DomainModificationImpact? = nil) async throws {
    if let impact {
      try await connection.call(Remote.domainSetSchedulerParametersFlags, ref, Bounded(parameters), impact.rawValue)
    } else {
      try await connection.call(Remote.domainSetSchedulerParameters, ref, Bounded(parameters))
    }
  }
}
