/// Why a domain has no state (`virDomainNostateReason`).
public enum DomainNostateReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
}

/// Why a domain runs (`virDomainRunningReason`).
public enum DomainRunningReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// It was started.
  case booted = 1
  /// It came from another host.
  case migrated = 2
  /// It was restored from a file.
  case restored = 3
  /// It was taken back to a snapshot.
  case fromSnapshot = 4
  /// It was resumed.
  case unpaused = 5
  /// A migration was cancelled.
  case migrationCanceled = 6
  /// Saving was cancelled.
  case saveCanceled = 7
  /// The guest woke up.
  case wakeup = 8
  /// It goes on after a crash.
  case crashed = 9
  /// It is migrating in post-copy mode.
  case postcopy = 10
  /// Its post-copy migration failed here.
  case postcopyFailed = 11
}

/// Why a domain is blocked (`virDomainBlockedReason`).
public enum DomainBlockedReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
}

/// Why a domain is paused (`virDomainPausedReason`).
public enum DomainPausedReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// Someone asked for it.
  case user = 1
  /// It is migrating.
  case migration = 2
  /// It is being saved.
  case save = 3
  /// Its memory is being dumped.
  case dump = 4
  /// A disk failed.
  case ioerror = 5
  /// Its watchdog fired.
  case watchdog = 6
  /// The snapshot it was taken back to was of a paused domain.
  case fromSnapshot = 7
  /// It is shutting down.
  case shuttingDown = 8
  /// A snapshot is being taken.
  case snapshot = 9
  /// The guest crashed.
  case crashed = 10
  /// It is being started.
  case startingUp = 11
  /// Its memory has moved on in post-copy mode.
  case postcopy = 12
  /// Its post-copy migration failed.
  case postcopyFailed = 13
}

/// Why a domain shuts down (`virDomainShutdownReason`).
public enum DomainShutdownReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// Someone asked for it.
  case user = 1
}

/// Why a domain is shut off (`virDomainShutoffReason`).
public enum DomainShutoffReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// The guest shut down.
  case shutdown = 1
  /// It was stopped at once.
  case destroyed = 2
  /// It crashed.
  case crashed = 3
  /// It went to another host.
  case migrated = 4
  /// It was saved.
  case saved = 5
  /// It could not be started.
  case failed = 6
  /// It was taken back to a snapshot of a domain that did not run.
  case fromSnapshot = 7
  /// The daemon found it gone, or in a bad state.
  case daemon = 8
}

/// Why a domain has crashed (`virDomainCrashedReason`).
public enum DomainCrashedReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// The guest's kernel panicked.
  case panicked = 1
}

/// Why a domain is suspended by power management (`virDomainPMSuspendedReason`).
public enum DomainPMSuspendedReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
}

/// Why a domain is suspended to disk by power management (`virDomainPMSuspendedDiskReason`).
public enum DomainPMSuspendedDiskReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
}
