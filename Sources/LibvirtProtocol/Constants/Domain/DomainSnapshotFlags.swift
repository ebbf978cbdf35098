/// How a snapshot is taken (`virDomainSnapshotCreateFlags`).
public struct DomainSnapshotCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE`.
  public static let redefine = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT`.
  public static let current = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA`.
  public static let noMetadata = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_HALT`.
  public static let halt = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY`.
  public static let diskOnly = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT`.
  public static let reuseExt = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE`.
  public static let quiesce = Self(rawValue: 1 << 6)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC`.
  public static let atomic = Self(rawValue: 1 << 7)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_LIVE`.
  public static let live = Self(rawValue: 1 << 8)
  /// `VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 9)
}

/// What goes along with a snapshot (`virDomainSnapshotDeleteFlags`).
public struct DomainSnapshotDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN`.
  public static let children = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY`.
  public static let metadataOnly = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY`.
  public static let childrenOnly = Self(rawValue: 1 << 2)
}

/// Which snapshots are wanted (`virDomainSnapshotListFlags`).
public struct DomainSnapshotListFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS`.
  public static let descendants = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_ROOTS`.
  public static let roots = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_METADATA`.
  public static let metadata = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_LEAVES`.
  public static let leaves = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES`.
  public static let noLeaves = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA`.
  public static let noMetadata = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE`.
  public static let active = Self(rawValue: 1 << 6)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY`.
  public static let diskOnly = Self(rawValue: 1 << 7)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL`.
  public static let `internal` = Self(rawValue: 1 << 8)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL`.
  public static let external = Self(rawValue: 1 << 9)
  /// `VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL`.
  public static let topological = Self(rawValue: 1 << 10)
}

/// How a domain goes back to a snapshot (`virDomainSnapshotRevertFlags`).
public struct DomainSnapshotRevertFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING`.
  public static let running = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED`.
  public static let paused = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SNAPSHOT_REVERT_FORCE`.
  public static let force = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM`.
  public static let resetNvram = Self(rawValue: 1 << 3)
}

/// Which form of a snapshot's definition is wanted (`virDomainSnapshotXMLFlags`).
public struct DomainSnapshotXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SNAPSHOT_XML_SECURE`.
  public static let secure = Self(rawValue: 1 << 0)
}
