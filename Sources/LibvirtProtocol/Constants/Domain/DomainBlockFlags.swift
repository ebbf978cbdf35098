/// How changes are merged down a chain of images (`virDomainBlockCommitFlags`).
public struct DomainBlockCommitFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_COMMIT_SHALLOW`.
  public static let shallow = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_BLOCK_COMMIT_DELETE`.
  public static let delete = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_BLOCK_COMMIT_ACTIVE`.
  public static let active = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_BLOCK_COMMIT_RELATIVE`.
  public static let relative = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES`.
  public static let bandwidthBytes = Self(rawValue: 1 << 4)
}

/// How a disk is copied (`virDomainBlockCopyFlags`).
public struct DomainBlockCopyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_COPY_SHALLOW`.
  public static let shallow = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_BLOCK_COPY_REUSE_EXT`.
  public static let reuseExt = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB`.
  public static let transientJob = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES`.
  public static let synchronousWrites = Self(rawValue: 1 << 3)
}

/// How data is pulled up a chain of images (`virDomainBlockPullFlags`).
public struct DomainBlockPullFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES`.
  public static let bandwidthBytes = Self(rawValue: 1 << 6)
}

/// How an image gets another base, or a disk is copied (`virDomainBlockRebaseFlags`).
public struct DomainBlockRebaseFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_REBASE_SHALLOW`.
  public static let shallow = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT`.
  public static let reuseExt = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_BLOCK_REBASE_COPY_RAW`.
  public static let copyRaw = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_BLOCK_REBASE_COPY`.
  public static let copy = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_BLOCK_REBASE_RELATIVE`.
  public static let relative = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_BLOCK_REBASE_COPY_DEV`.
  public static let copyDev = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES`.
  public static let bandwidthBytes = Self(rawValue: 1 << 6)
}

/// In which unit a disk's new size is given (`virDomainBlockResizeFlags`).
public struct DomainBlockResizeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BLOCK_RESIZE_BYTES`.
  public static let bytes = Self(rawValue: 1 << 0)
}
