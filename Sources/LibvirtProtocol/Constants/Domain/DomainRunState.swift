/// What a domain is doing (`virDomainState`).
public enum DomainRunState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_NOSTATE`.
  case nostate = 0
  /// `VIR_DOMAIN_RUNNING`.
  case running = 1
  /// `VIR_DOMAIN_BLOCKED`.
  case blocked = 2
  /// `VIR_DOMAIN_PAUSED`.
  case paused = 3
  /// `VIR_DOMAIN_SHUTDOWN`.
  case shutdown = 4
  /// `VIR_DOMAIN_SHUTOFF`.
  case shutoff = 5
  /// `VIR_DOMAIN_CRASHED`.
  case crashed = 6
  /// `VIR_DOMAIN_PMSUSPENDED`.
  case pmsuspended = 7
}
