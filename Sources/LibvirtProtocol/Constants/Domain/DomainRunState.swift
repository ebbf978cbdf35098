/// What a domain is doing (`virDomainState`).
public enum DomainRunState: Int32, CaseIterable, Hashable, Sendable {
  /// The hypervisor says nothing of it.
  case nostate = 0
  /// It runs.
  case running = 1
  /// It waits for a resource.
  case blocked = 2
  /// It is paused.
  case paused = 3
  /// It is shutting down.
  case shutdown = 4
  /// It does not run.
  case shutoff = 5
  /// It has crashed.
  case crashed = 6
  /// The guest suspended itself.
  case pmsuspended = 7
}
