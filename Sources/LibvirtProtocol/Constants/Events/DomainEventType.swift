/// What happened to a domain (`virDomainEventType`).
public enum DomainEventType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_DEFINED`.
  case defined = 0
  /// `VIR_DOMAIN_EVENT_UNDEFINED`.
  case undefined = 1
  /// `VIR_DOMAIN_EVENT_STARTED`.
  case started = 2
  /// `VIR_DOMAIN_EVENT_SUSPENDED`.
  case suspended = 3
  /// `VIR_DOMAIN_EVENT_RESUMED`.
  case resumed = 4
  /// `VIR_DOMAIN_EVENT_STOPPED`.
  case stopped = 5
  /// `VIR_DOMAIN_EVENT_SHUTDOWN`.
  case shutdown = 6
  /// `VIR_DOMAIN_EVENT_PMSUSPENDED`.
  case pmsuspended = 7
  /// `VIR_DOMAIN_EVENT_CRASHED`.
  case crashed = 8
}

/// How a domain came to be defined (`virDomainEventDefinedDetailType`).
public enum DomainEventDefinedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_DEFINED_ADDED`.
  case added = 0
  /// `VIR_DOMAIN_EVENT_DEFINED_UPDATED`.
  case updated = 1
  /// `VIR_DOMAIN_EVENT_DEFINED_RENAMED`.
  case renamed = 2
  /// `VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT`.
  case fromSnapshot = 3
}

/// Why a definition is gone (`virDomainEventUndefinedDetailType`).
public enum DomainEventUndefinedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_UNDEFINED_REMOVED`.
  case removed = 0
  /// `VIR_DOMAIN_EVENT_UNDEFINED_RENAMED`.
  case renamed = 1
}

/// How a domain started (`virDomainEventStartedDetailType`).
public enum DomainEventStartedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_STARTED_BOOTED`.
  case booted = 0
  /// `VIR_DOMAIN_EVENT_STARTED_MIGRATED`.
  case migrated = 1
  /// `VIR_DOMAIN_EVENT_STARTED_RESTORED`.
  case restored = 2
  /// `VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT`.
  case fromSnapshot = 3
  /// `VIR_DOMAIN_EVENT_STARTED_WAKEUP`.
  case wakeup = 4
}

/// Why a domain was paused (`virDomainEventSuspendedDetailType`).
public enum DomainEventSuspendedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_SUSPENDED_PAUSED`.
  case paused = 0
  /// `VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED`.
  case migrated = 1
  /// `VIR_DOMAIN_EVENT_SUSPENDED_IOERROR`.
  case ioerror = 2
  /// `VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG`.
  case watchdog = 3
  /// `VIR_DOMAIN_EVENT_SUSPENDED_RESTORED`.
  case restored = 4
  /// `VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT`.
  case fromSnapshot = 5
  /// `VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR`.
  case apiError = 6
  /// `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY`.
  case postcopy = 7
  /// `VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED`.
  case postcopyFailed = 8
}

/// Why a domain goes on (`virDomainEventResumedDetailType`).
public enum DomainEventResumedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_RESUMED_UNPAUSED`.
  case unpaused = 0
  /// `VIR_DOMAIN_EVENT_RESUMED_MIGRATED`.
  case migrated = 1
  /// `VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT`.
  case fromSnapshot = 2
  /// `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY`.
  case postcopy = 3
  /// `VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED`.
  case postcopyFailed = 4
}

/// Why a domain stopped (`virDomainEventStoppedDetailType`).
public enum DomainEventStoppedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN`.
  case shutdown = 0
  /// `VIR_DOMAIN_EVENT_STOPPED_DESTROYED`.
  case destroyed = 1
  /// `VIR_DOMAIN_EVENT_STOPPED_CRASHED`.
  case crashed = 2
  /// `VIR_DOMAIN_EVENT_STOPPED_MIGRATED`.
  case migrated = 3
  /// `VIR_DOMAIN_EVENT_STOPPED_SAVED`.
  case saved = 4
  /// `VIR_DOMAIN_EVENT_STOPPED_FAILED`.
  case failed = 5
  /// `VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT`.
  case fromSnapshot = 6
}

/// Who shut a domain down (`virDomainEventShutdownDetailType`).
public enum DomainEventShutdownDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED`.
  case finished = 0
  /// `VIR_DOMAIN_EVENT_SHUTDOWN_GUEST`.
  case guest = 1
  /// `VIR_DOMAIN_EVENT_SHUTDOWN_HOST`.
  case host = 2
}

/// Where a suspended guest's memory is (`virDomainEventPMSuspendedDetailType`).
public enum DomainEventPMSuspendedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY`.
  case memory = 0
  /// `VIR_DOMAIN_EVENT_PMSUSPENDED_DISK`.
  case disk = 1
}

/// How a guest crashed (`virDomainEventCrashedDetailType`).
public enum DomainEventCrashedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_CRASHED_PANICKED`.
  case panicked = 0
  /// `VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED`.
  case crashloaded = 1
}
