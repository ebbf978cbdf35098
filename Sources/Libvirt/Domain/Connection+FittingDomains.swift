import Drivers
import LibvirtProtocol

extension Connection {
  /// The domains of a kind that a command makes sense for.
  ///
  /// To libvirt a domain that waits for something, as most domains of Xen do most of the time (`idle`), is not `running`; to somebody who
  /// suspends what runs, it is. A server that cannot tell one kind from another gives all domains: whatever is then asked of one that does
  /// not fit is refused.
  public func domains(fitting kind: ConnectListAllDomainsFlags) async throws -> [Domain] {
    switch kind {
    case .running: return try await domains(in: [.running, .blocked])
    case .paused: return try await domains(in: [.paused])
    default:
      do { return try await listDomains(kind, states: false).map(\.domain) } catch is DomainFilterFailure {
        return try await listDomains([], states: false).map(\.domain)
      }
    }
  }

  private func domains(in states: Set<DomainRunState>) async throws -> [Domain] {
    try await listDomains(.active).filter { row in states.contains { $0.rawValue == row.state?.state } }.map(\.domain)
  }
}
