/// Why a domain has no state (`virDomainNostateReason`).
public enum DomainNostateReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_NOSTATE_UNKNOWN`.
  case unknown = 0
}

/// Why a domain runs (`virDomainRunningReason`).
public enum DomainRunningReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_RUNNING_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_RUNNING_BOOTED`.
  case booted = 1
  /// `VIR_DOMAIN_RUNNING_MIGRATED`.
  case migrated = 2
  /// `VIR_DOMAIN_RUNNING_RESTORED`.
  case restored = 3
  /// `VIR_DOMAIN_RUNNING_FROM_SNAPSHOT`.
  case fromSnapshot = 4
  /// `VIR_DOMAIN_RUNNING_UNPAUSED`.
  case unpaused = 5
  /// `VIR_DOMAIN_RUNNING_MIGRATION_CANCELED`.
  case migrationCanceled = 6
  /// `VIR_DOMAIN_RUNNING_SAVE_CANCELED`.
  case saveCanceled = 7
  /// `VIR_DOMAIN_RUNNING_WAKEUP`.
  case wakeup = 8
  /// `VIR_DOMAIN_RUNNING_CRASHED`.
  case crashed = 9
  /// `VIR_DOMAIN_RUNNING_POSTCOPY`.
  case postcopy = 10
  /// `VIR_DOMAIN_RUNNING_POSTCOPY_FAILED`.
  case postcopyFailed = 11
}

/// Why a domain is blocked (`virDomainBlockedReason`).
public enum DomainBlockedReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_BLOCKED_UNKNOWN`.
  case unknown = 0
}

/// Why a domain is paused (`virDomainPausedReason`).
public enum DomainPausedReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_PAUSED_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_PAUSED_USER`.
  case user = 1
  /// `VIR_DOMAIN_PAUSED_MIGRATION`.
  case migration = 2
  /// `VIR_DOMAIN_PAUSED_SAVE`.
  case save = 3
  /// `VIR_DOMAIN_PAUSED_DUMP`.
  case dump = 4
  /// `VIR_DOMAIN_PAUSED_IOERROR`.
  case ioerror = 5
  /// `VIR_DOMAIN_PAUSED_WATCHDOG`.
  case watchdog = 6
  /// `VIR_DOMAIN_PAUSED_FROM_SNAPSHOT`.
  case fromSnapshot = 7
  /// `VIR_DOMAIN_PAUSED_SHUTTING_DOWN`.
  case shuttingDown = 8
  /// `VIR_DOMAIN_PAUSED_SNAPSHOT`.
  case snapshot = 9
  /// `VIR_DOMAIN_PAUSED_CRASHED`.
  case crashed = 10
  /// `VIR_DOMAIN_PAUSED_STARTING_UP`.
  case startingUp = 11
  /// `VIR_DOMAIN_PAUSED_POSTCOPY`.
  case postcopy = 12
  /// `VIR_DOMAIN_PAUSED_POSTCOPY_FAILED`.
  case postcopyFailed = 13
}

/// Why a domain shuts down (`virDomainShutdownReason`).
public enum DomainShutdownReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_SHUTDOWN_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_SHUTDOWN_USER`.
  case user = 1
}

/// Why a domain is shut off (`virDomainShutoffReason`).
public enum DomainShutoffReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_SHUTOFF_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_SHUTOFF_SHUTDOWN`.
  case shutdown = 1
  /// `VIR_DOMAIN_SHUTOFF_DESTROYED`.
  case destroyed = 2
  /// `VIR_DOMAIN_SHUTOFF_CRASHED`.
  case crashed = 3
  /// `VIR_DOMAIN_SHUTOFF_MIGRATED`.
  case migrated = 4
  /// `VIR_DOMAIN_SHUTOFF_SAVED`.
  case saved = 5
  /// `VIR_DOMAIN_SHUTOFF_FAILED`.
  case failed = 6
  /// `VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT`.
  case fromSnapshot = 7
  /// `VIR_DOMAIN_SHUTOFF_DAEMON`.
  case daemon = 8
}

/// Why a domain has crashed (`virDomainCrashedReason`).
public enum DomainCrashedReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_CRASHED_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_CRASHED_PANICKED`.
  case panicked = 1
}

/// Why a domain is suspended by power management (`virDomainPMSuspendedReason`).
public enum DomainPMSuspendedReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_PMSUSPENDED_UNKNOWN`.
  case unknown = 0
}

/// Why a domain is suspended to disk by power management (`virDomainPMSuspendedDiskReason`).
public enum DomainPMSuspendedDiskReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN`.
  case unknown = 0
}
