import LibvirtProtocol

/// How far a long operation on a domain is.
public struct DomainJobProgress: Sendable, Hashable {
  /// Milliseconds since it began.
  public var elapsed: UInt64
  /// Bytes in all; 0 before that is known. They may grow.
  public var total: UInt64
  /// Bytes to do; they may become more.
  public var remaining: UInt64

  /// Bytes of the total that need nothing more, whether they were copied or passed over.
  public var done: UInt64 { total - min(remaining, total) }
}

extension Domain {
  /// How far the long operation on the domain is; nil when there is none now.
  ///
  /// Servers that lack `virDomainGetJobStats` are asked for the older `virDomainGetJobInfo`. Throws when neither is known.
  public func jobProgress() async throws -> DomainJobProgress? {
    do {
      let stats = try await connection.call(Remote.domainGetJobStats, ref, 0)
      guard DomainJobType.isUnderWay(stats.type) else { return nil }
      func figure(_ name: String) -> UInt64 {
        if case .ullong(let value)? = stats.params.first(where: { $0.field == name })?.value { value } else { 0 }
      }
      return DomainJobProgress(
        elapsed: figure("time_elapsed"), total: figure("data_total"), remaining: figure("data_remaining"))
    } catch let error as LibvirtError where error.isUnsupported {
      let info = try await connection.call(Remote.domainGetJobInfo, ref)
      guard DomainJobType.isUnderWay(info.type) else { return nil }
      return DomainJobProgress(elapsed: info.timeElapsed, total: info.dataTotal, remaining: info.dataRemaining)
    }
  }

  /// Asks the long operation on the domain to stop; its own call then fails. Throws when there is none, or it cannot be stopped.
  public func abortJob() async throws { try await connection.call(Remote.domainAbortJob, ref) }
}

extension DomainJobType {
  fileprivate static func isUnderWay(_ number: Int32) -> Bool { number == bounded.rawValue || number == unbounded.rawValue }
}
