/// What kind of long operation is under way (`virDomainJobType`).
public enum DomainJobType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_JOB_NONE`.
  case none = 0
  /// `VIR_DOMAIN_JOB_BOUNDED`.
  case bounded = 1
  /// `VIR_DOMAIN_JOB_UNBOUNDED`.
  case unbounded = 2
  /// `VIR_DOMAIN_JOB_COMPLETED`.
  case completed = 3
  /// `VIR_DOMAIN_JOB_FAILED`.
  case failed = 4
  /// `VIR_DOMAIN_JOB_CANCELLED`.
  case cancelled = 5
}

/// Which long operation is under way (`virDomainJobOperation`).
public enum DomainJobOperation: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_JOB_OPERATION_UNKNOWN`.
  case unknown = 0
  /// `VIR_DOMAIN_JOB_OPERATION_START`.
  case start = 1
  /// `VIR_DOMAIN_JOB_OPERATION_SAVE`.
  case save = 2
  /// `VIR_DOMAIN_JOB_OPERATION_RESTORE`.
  case restore = 3
  /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN`.
  case migrationIn = 4
  /// `VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT`.
  case migrationOut = 5
  /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT`.
  case snapshot = 6
  /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT`.
  case snapshotRevert = 7
  /// `VIR_DOMAIN_JOB_OPERATION_DUMP`.
  case dump = 8
  /// `VIR_DOMAIN_JOB_OPERATION_BACKUP`.
  case backup = 9
  /// `VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE`.
  case snapshotDelete = 10
}

/// Which long operation's figures are wanted (`virDomainGetJobStatsFlags`).
public struct DomainGetJobStatsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_JOB_STATS_COMPLETED`.
  public static let completed = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED`.
  public static let keepCompleted = Self(rawValue: 1 << 1)
}

/// How a long operation is stopped (`virDomainAbortJobFlagsValues`).
public struct DomainAbortJobFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_ABORT_JOB_POSTCOPY`.
  public static let postcopy = Self(rawValue: 1 << 0)
}
