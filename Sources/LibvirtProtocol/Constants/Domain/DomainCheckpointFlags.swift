/// How a checkpoint is made (`virDomainCheckpointCreateFlags`).
public struct DomainCheckpointCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE`.
  public static let redefine = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE`.
  public static let quiesce = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE`.
  public static let redefineValidate = Self(rawValue: 1 << 2)
}

/// What goes along with a checkpoint (`virDomainCheckpointDeleteFlags`).
public struct DomainCheckpointDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN`.
  public static let children = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY`.
  public static let metadataOnly = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY`.
  public static let childrenOnly = Self(rawValue: 1 << 2)
}

/// Which checkpoints are wanted (`virDomainCheckpointListFlags`).
public struct DomainCheckpointListFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS`.
  public static let descendants = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CHECKPOINT_LIST_ROOTS`.
  public static let roots = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL`.
  public static let topological = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_CHECKPOINT_LIST_LEAVES`.
  public static let leaves = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES`.
  public static let noLeaves = Self(rawValue: 1 << 3)
}

/// Which form of a checkpoint's definition is wanted (`virDomainCheckpointXMLFlags`).
public struct DomainCheckpointXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_CHECKPOINT_XML_SECURE`.
  public static let secure = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN`.
  public static let noDomain = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_CHECKPOINT_XML_SIZE`.
  public static let size = Self(rawValue: 1 << 2)
}

/// How a backup is made (`virDomainBackupBeginFlags`).
public struct DomainBackupBeginFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL`.
  public static let reuseExternal = Self(rawValue: 1 << 0)
}
