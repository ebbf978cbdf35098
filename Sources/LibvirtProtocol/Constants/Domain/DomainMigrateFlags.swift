/// How a domain moves to another host (`virDomainMigrateFlags`).
public struct DomainMigrateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_MIGRATE_LIVE`.
  public static let live = Self(rawValue: 1 << 0)
  /// `VIR_MIGRATE_PEER2PEER`.
  public static let peer2peer = Self(rawValue: 1 << 1)
  /// `VIR_MIGRATE_TUNNELLED`.
  public static let tunnelled = Self(rawValue: 1 << 2)
  /// `VIR_MIGRATE_PERSIST_DEST`.
  public static let persistDest = Self(rawValue: 1 << 3)
  /// `VIR_MIGRATE_UNDEFINE_SOURCE`.
  public static let undefineSource = Self(rawValue: 1 << 4)
  /// `VIR_MIGRATE_PAUSED`.
  public static let paused = Self(rawValue: 1 << 5)
  /// `VIR_MIGRATE_NON_SHARED_DISK`.
  public static let nonSharedDisk = Self(rawValue: 1 << 6)
  /// `VIR_MIGRATE_NON_SHARED_INC`.
  public static let nonSharedInc = Self(rawValue: 1 << 7)
  /// `VIR_MIGRATE_CHANGE_PROTECTION`.
  public static let changeProtection = Self(rawValue: 1 << 8)
  /// `VIR_MIGRATE_UNSAFE`.
  public static let unsafe = Self(rawValue: 1 << 9)
  /// `VIR_MIGRATE_OFFLINE`.
  public static let offline = Self(rawValue: 1 << 10)
  /// `VIR_MIGRATE_COMPRESSED`.
  public static let compressed = Self(rawValue: 1 << 11)
  /// `VIR_MIGRATE_ABORT_ON_ERROR`.
  public static let abortOnError = Self(rawValue: 1 << 12)
  /// `VIR_MIGRATE_AUTO_CONVERGE`.
  public static let autoConverge = Self(rawValue: 1 << 13)
  /// `VIR_MIGRATE_RDMA_PIN_ALL`.
  public static let rdmaPinAll = Self(rawValue: 1 << 14)
  /// `VIR_MIGRATE_POSTCOPY`.
  public static let postcopy = Self(rawValue: 1 << 15)
  /// `VIR_MIGRATE_TLS`.
  public static let tls = Self(rawValue: 1 << 16)
  /// `VIR_MIGRATE_PARALLEL`.
  public static let parallel = Self(rawValue: 1 << 17)
  /// `VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES`.
  public static let nonSharedSynchronousWrites = Self(rawValue: 1 << 18)
  /// `VIR_MIGRATE_POSTCOPY_RESUME`.
  public static let postcopyResume = Self(rawValue: 1 << 19)
  /// `VIR_MIGRATE_ZEROCOPY`.
  public static let zerocopy = Self(rawValue: 1 << 20)
}

/// Which limit on a migration's speed is meant (`virDomainMigrateMaxSpeedFlags`).
public struct DomainMigrateMaxSpeedFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY`.
  public static let postcopy = Self(rawValue: 1 << 0)
}
