/// What happened to a domain (`virDomainEventType`).
public enum DomainEventType: Int32, CaseIterable, Hashable, Sendable {
  /// It was defined; see `DomainEventDefinedDetail`.
  case defined = 0
  /// Its definition is gone; see `DomainEventUndefinedDetail`.
  case undefined = 1
  /// It started; see `DomainEventStartedDetail`.
  case started = 2
  /// It was paused; see `DomainEventSuspendedDetail`.
  case suspended = 3
  /// It goes on; see `DomainEventResumedDetail`.
  case resumed = 4
  /// It stopped; see `DomainEventStoppedDetail`.
  case stopped = 5
  /// The guest has shut down; see `DomainEventShutdownDetail`.
  case shutdown = 6
  /// The guest suspended itself; see `DomainEventPMSuspendedDetail`.
  case pmsuspended = 7
  /// The guest crashed; see `DomainEventCrashedDetail`.
  case crashed = 8
}

/// How a domain came to be defined (`virDomainEventDefinedDetailType`).
public enum DomainEventDefinedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// It is new.
  case added = 0
  /// Its definition was changed.
  case updated = 1
  /// It got another name.
  case renamed = 2
  /// It was taken back to a snapshot.
  case fromSnapshot = 3
}

/// Why a definition is gone (`virDomainEventUndefinedDetailType`).
public enum DomainEventUndefinedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// It was undefined.
  case removed = 0
  /// It got another name.
  case renamed = 1
}

/// How a domain started (`virDomainEventStartedDetailType`).
public enum DomainEventStartedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// It was started.
  case booted = 0
  /// It came from another host.
  case migrated = 1
  /// It was restored from a file.
  case restored = 2
  /// It was taken back to a snapshot.
  case fromSnapshot = 3
  /// The guest woke up.
  case wakeup = 4
}

/// Why a domain was paused (`virDomainEventSuspendedDetailType`).
public enum DomainEventSuspendedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// Someone asked for it.
  case paused = 0
  /// It is migrating.
  case migrated = 1
  /// A disk failed.
  case ioerror = 2
  /// Its watchdog fired.
  case watchdog = 3
  /// It was restored from a file of a paused domain.
  case restored = 4
  /// It was taken back to a snapshot of a paused domain.
  case fromSnapshot = 5
  /// A call failed in the middle.
  case apiError = 6
  /// Its memory has moved on in post-copy mode.
  case postcopy = 7
  /// Its post-copy migration failed.
  case postcopyFailed = 8
}

/// Why a domain goes on (`virDomainEventResumedDetailType`).
public enum DomainEventResumedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// Someone asked for it.
  case unpaused = 0
  /// It came from another host.
  case migrated = 1
  /// It was taken back to a snapshot.
  case fromSnapshot = 2
  /// It came in post-copy mode, and not all of its memory is there.
  case postcopy = 3
  /// Its post-copy migration failed here.
  case postcopyFailed = 4
}

/// Why a domain stopped (`virDomainEventStoppedDetailType`).
public enum DomainEventStoppedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// The guest shut down.
  case shutdown = 0
  /// It was stopped at once.
  case destroyed = 1
  /// It crashed.
  case crashed = 2
  /// It went to another host.
  case migrated = 3
  /// It was saved.
  case saved = 4
  /// The hypervisor failed.
  case failed = 5
  /// It was taken back to a snapshot of a domain that did not run.
  case fromSnapshot = 6
}

/// Who shut a domain down (`virDomainEventShutdownDetailType`).
public enum DomainEventShutdownDetail: Int32, CaseIterable, Hashable, Sendable {
  /// The guest is down, and the hypervisor still has work to do.
  case finished = 0
  /// The guest itself.
  case guest = 1
  /// A call or signal on the host.
  case host = 2
}

/// Where a suspended guest's memory is (`virDomainEventPMSuspendedDetailType`).
public enum DomainEventPMSuspendedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// It stays in memory.
  case memory = 0
  /// It was written to disk.
  case disk = 1
}

/// How a guest crashed (`virDomainEventCrashedDetailType`).
public enum DomainEventCrashedDetail: Int32, CaseIterable, Hashable, Sendable {
  /// Its kernel panicked.
  case panicked = 0
  /// It has a crash kernel, and boots that.
  case crashloaded = 1
}
