/// What kind of long operation is under way (`virDomainJobType`).
public enum DomainJobType: Int32, CaseIterable, Hashable, Sendable {
  /// There is none.
  case none = 0
  /// One whose end can be told.
  case bounded = 1
  /// One whose end cannot be told.
  case unbounded = 2
  /// One that is done.
  case completed = 3
  /// One that failed.
  case failed = 4
  /// One that was stopped.
  case cancelled = 5
}

/// Which long operation is under way (`virDomainJobOperation`).
public enum DomainJobOperation: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// Starting.
  case start = 1
  /// Saving.
  case save = 2
  /// Restoring.
  case restore = 3
  /// Coming from another host.
  case migrationIn = 4
  /// Going to another host.
  case migrationOut = 5
  /// Taking a snapshot.
  case snapshot = 6
  /// Going back to a snapshot.
  case snapshotRevert = 7
  /// Dumping memory.
  case dump = 8
  /// Making a backup.
  case backup = 9
  /// Deleting a snapshot.
  case snapshotDelete = 10
}

/// Which long operation's figures are wanted (`virDomainGetJobStatsFlags`).
public struct DomainGetJobStatsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// That of the last one done, which are then forgotten.
  public static let completed = Self(rawValue: 1 << 0)
  /// They are not forgotten.
  public static let keepCompleted = Self(rawValue: 1 << 1)
}

/// How a long operation is stopped (`virDomainAbortJobFlagsValues`).
public struct DomainAbortJobFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Even a post-copy migration, which may lose the guest.
  public static let postcopy = Self(rawValue: 1 << 0)
}
