import Drivers
import LibvirtProtocol

extension Domain {
  /// The disks of a running domain that failed, with a `DomainDiskErrorCode` for each.
  public func diskErrors() async throws -> [DomainDiskError] {
    Array(try await connection.call(Remote.domainGetDiskErrors, ref, 256, 0).errors)
  }

  /// The sizes of a disk in bytes, by its target or its source.
  public func blockInfo(_ disk: String) async throws -> DomainBlockInfo {
    try await connection.call(Remote.domainGetBlockInfo, ref, disk, 0)
  }

  /// The sizes of several disks, asked for together: sizes or an error for each.
  public func blockInfos(_ disks: [String]) async -> [Result<DomainBlockInfo, any Error>] {
    let replies = disks.map { connection.send(Remote.domainGetBlockInfo, ref, $0, 0) }
    var results: [Result<DomainBlockInfo, any Error>] = []
    for reply in replies { results.append(await reply.result) }
    return results
  }

  /// What a disk of a running domain has done, by names such as `rd_bytes`; the sum of all disks for an empty name.
  public func blockStatistics(_ disk: String) async throws -> [TypedParameter] {
    // A domain without disks answers the second with zeros, but the first truly.
    let count = connection.send(Remote.domainBlockStatsFlags, ref, disk, 0, 0)
    let statistics = connection.send(Remote.domainBlockStatsFlags, ref, disk, 16, 0)
    do {
      let isCounted = try await count.value.nparams > 0
      let parameters = try await statistics.value.params
      return isCounted ? Array(parameters) : []
    } catch {
      statistics.abandon()
      throw error
    }
  }

  /// The same, as drivers without the newer call know it; -1 where the hypervisor does not count.
  public func olderBlockStatistics(_ disk: String) async throws -> DomainBlockStats {
    try await connection.call(Remote.domainBlockStats, ref, disk)
  }

  /// What an interface of a running domain has done, by its name on the host or its MAC address; -1 where nobody counts.
  public func interfaceStatistics(_ interface: String) async throws -> DomainInterfaceStats {
    try await connection.call(Remote.domainInterfaceStats, ref, interface)
  }

  /// The interfaces and addresses of a running guest, as `source` knows them.
  ///
  /// On a read-only connection the agent in the guest is not asked, in libvirt's words.
  public func addresses(from source: DomainInterfaceAddressesSource) async throws -> [DomainInterface] {
    if connection.isReadOnly, source == .agent { throw LibvirtError.readOnly(Remote.domainInterfaceAddresses) }
    return Array(try await connection.call(Remote.domainInterfaceAddresses, ref, UInt32(source.rawValue), 0))
  }

  /// The memory of a running guest: see `DomainMemoryStatTag` for the figures and their units.
  public func memoryStatistics() async throws -> [DomainMemoryStat] {
    let most = UInt32(DomainMemoryStatTag.allCases.count)
    return Array(try await connection.call(Remote.domainMemoryStats, ref, most, 0))
  }

  /// Lets the balloon tell its figures every so many seconds; 0 ends that.
  public func setMemoryStatisticsPeriod(seconds: Int32, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetMemoryStatsPeriod, ref, seconds, impact.rawValue)
  }

  /// Whether the domain has processes.
  public func isActive() async throws -> Bool { try await connection.call(Remote.domainIsActive, ref) != 0 }

  /// The state of the way to the domain's hypervisor process.
  public func control() async throws -> DomainControlInfo { try await connection.call(Remote.domainGetControlInfo, ref, 0) }

  /// The time in the guest, which its agent tells.
  public func time() async throws -> DomainTime { try await connection.call(Remote.domainGetTime, ref, 0) }

  /// Sets the time in the guest: seconds since 1970. With `.sync` the guest reads its own hardware clock instead.
  public func setTime(seconds: Int64, _ flags: DomainSetTimeFlags = []) async throws {
    try await connection.call(Remote.domainSetTime, ref, seconds, 0, flags.rawValue)
  }
}
