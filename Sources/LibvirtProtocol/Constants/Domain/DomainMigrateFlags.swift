/// How a domain moves to another host (`virDomainMigrateFlags`).
public struct DomainMigrateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The guest goes on meanwhile.
  public static let live = Self(rawValue: 1 << 0)
  /// The source host talks to the destination itself.
  public static let peer2peer = Self(rawValue: 1 << 1)
  /// The guest travels within libvirt's connection.
  public static let tunnelled = Self(rawValue: 1 << 2)
  /// The domain gets defined at the destination.
  public static let persistDest = Self(rawValue: 1 << 3)
  /// The definition at the source goes.
  public static let undefineSource = Self(rawValue: 1 << 4)
  /// The guest stays paused at the destination.
  public static let paused = Self(rawValue: 1 << 5)
  /// Disks are copied whole.
  public static let nonSharedDisk = Self(rawValue: 1 << 6)
  /// Disks are copied but for their common base.
  public static let nonSharedInc = Self(rawValue: 1 << 7)
  /// Nobody may change the domain meanwhile.
  public static let changeProtection = Self(rawValue: 1 << 8)
  /// Even if disks may get damaged.
  public static let unsafe = Self(rawValue: 1 << 9)
  /// Only the definition of a domain that does not run.
  public static let offline = Self(rawValue: 1 << 10)
  /// Memory that is sent again is compressed.
  public static let compressed = Self(rawValue: 1 << 11)
  /// A failing disk stops it.
  public static let abortOnError = Self(rawValue: 1 << 12)
  /// The guest is slowed down until its memory can be sent.
  public static let autoConverge = Self(rawValue: 1 << 13)
  /// All memory is pinned at once for RDMA.
  public static let rdmaPinAll = Self(rawValue: 1 << 14)
  /// It may be switched to post-copy mode.
  public static let postcopy = Self(rawValue: 1 << 15)
  /// The connection is encrypted.
  public static let tls = Self(rawValue: 1 << 16)
  /// Memory is sent over several connections.
  public static let parallel = Self(rawValue: 1 << 17)
  /// Writes to disks that are copied wait for the destination.
  public static let nonSharedSynchronousWrites = Self(rawValue: 1 << 18)
  /// A failed post-copy migration goes on.
  public static let postcopyResume = Self(rawValue: 1 << 19)
  /// Memory is sent without being copied on the host.
  public static let zerocopy = Self(rawValue: 1 << 20)
}

/// Which limit on a migration's speed is meant (`virDomainMigrateMaxSpeedFlags`).
public struct DomainMigrateMaxSpeedFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// That of post-copy mode.
  public static let postcopy = Self(rawValue: 1 << 0)
}
