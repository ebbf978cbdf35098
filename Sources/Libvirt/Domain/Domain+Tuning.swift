import Drivers
import LibvirtProtocol
import XDR

extension Domain {
  /// Limits of a domain's memory, in KiB.
  public func memoryParameters(_ impact: DomainModificationImpact) async -> CountedAnswer {
    await countedOfOne(Remote.domainGetMemoryParameters, impact)
  }

  /// Weights and limits of a domain's disks.
  public func blkioParameters(_ impact: DomainModificationImpact) async -> CountedAnswer {
    await countedOfOne(Remote.domainGetBlkioParameters, impact)
  }

  /// Where a domain's memory comes from. It is the hypervisor that refuses to tell of the running domain and the next start at once: some
  /// do so only when they have told how many parameters there are.
  public func numaParameters(_ impact: DomainModificationImpact) async -> CountedAnswer {
    await counted(Remote.domainGetNumaParameters, impact)
  }

  /// Changes limits of a domain's memory.
  public func setMemoryParameters(_ parameters: [TypedParameter], _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetMemoryParameters, ref, Bounded(parameters), impact.rawValue)
  }

  /// Changes weights and limits of a domain's disks.
  public func setBlkioParameters(_ parameters: [TypedParameter], _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetBlkioParameters, ref, Bounded(parameters), impact.rawValue)
  }

  /// Changes where a domain's memory comes from.
  public func setNUMAParameters(_ parameters: [TypedParameter], _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetNumaParameters, ref, Bounded(parameters), impact.rawValue)
  }

  /// Sets the most memory the guest may have, in KiB, more than 0; from 2^53 - 1 on libvirt calls it too large.
  public func setMaxMemory(_ kibibytes: UInt64, _ impact: DomainModificationImpact) async throws {
    try checkMemory(kibibytes)
    let flags = DomainMemoryModFlags.maximum.rawValue | impact.rawValue
    try await connection.call(Remote.domainSetMemoryFlags, ref, kibibytes, flags)
  }

  private typealias CountedParametersProcedure = Procedure<CountedParameters<16, TypedParameter>, DomainRef, Int32, UInt32>

  /// Refuses, as libvirt does before it asks, to tell of the running domain and the next start at once.
  private func countedOfOne(_ procedure: CountedParametersProcedure, _ impact: DomainModificationImpact) async -> CountedAnswer {
    do { try impact.checkOne() } catch { return CountedAnswer(failed: error) }
    return await counted(procedure, impact)
  }

  private func counted(_ procedure: CountedParametersProcedure, _ impact: DomainModificationImpact) async -> CountedAnswer {
    let flags = impact.rawValue | TypedParameter.stringsWelcome
    let count = connection.send(procedure, ref, 0, flags)
    let parameters = connection.send(procedure, ref, 16, flags)
    return await CountedAnswer(count, parameters) { try await self.connection.call(procedure, self.ref, $0, flags) }
  }
}
