import LibvirtProtocol
import XDR

extension Domain {
  /// The domain's I/O threads and the host CPUs that each may run on.
  public func ioThreads(_ impact: DomainModificationImpact) async throws -> [IOThreadInfo] {
    try impact.checkOne()
    return Array(try await connection.call(Remote.domainGetIothreadInfo, ref, impact.rawValue).elements)
  }

  /// Adds an I/O thread of a number from 1 on.
  public func addIOThread(_ id: UInt32, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainAddIothread, ref, id, impact.rawValue)
  }

  /// Removes an I/O thread.
  public func deleteIOThread(_ id: UInt32, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainDelIothread, ref, id, impact.rawValue)
  }

  /// Changes how an I/O thread polls, and how many threads help it.
  public func setIOThread(_ id: UInt32, _ parameters: [TypedParameter], _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainSetIothreadParams, ref, id, Bounded(parameters), impact.rawValue)
  }

  /// Lets an I/O thread run on some host CPUs only.
  public func pinIOThread(_ id: UInt32, to cpus: CPUSet, _ impact: DomainModificationImpact) async throws {
    try await connection.call(Remote.domainPinIothread, ref, id, Opaque(cpus.bytes()), impact.rawValue)
  }
}
