/// How a checkpoint is made (`virDomainCheckpointCreateFlags`).
public struct DomainCheckpointCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Only what libvirt knows of one is put back.
  public static let redefine = Self(rawValue: 1 << 0)
  /// The guest's file systems are frozen meanwhile.
  public static let quiesce = Self(rawValue: 1 << 1)
  /// What the disks know of the one put back is checked.
  public static let redefineValidate = Self(rawValue: 1 << 2)
}

/// What goes along with a checkpoint (`virDomainCheckpointDeleteFlags`).
public struct DomainCheckpointDeleteFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// All based on it, too.
  public static let children = Self(rawValue: 1 << 0)
  /// Only what libvirt knows of it.
  public static let metadataOnly = Self(rawValue: 1 << 1)
  /// All based on it, but not itself.
  public static let childrenOnly = Self(rawValue: 1 << 2)
}

/// Which checkpoints are wanted (`virDomainCheckpointListFlags`).
public struct DomainCheckpointListFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of one checkpoint: all based on it, however deep.
  public static let descendants = Self(rawValue: 1 << 0)
  /// Of a domain: those based on none. The same bit as `descendants`.
  public static let roots = Self(rawValue: 1 << 0)
  /// Each after what it is based on.
  public static let topological = Self(rawValue: 1 << 1)
  /// Those on which none is based.
  public static let leaves = Self(rawValue: 1 << 2)
  /// Those on which one is based.
  public static let noLeaves = Self(rawValue: 1 << 3)
}

/// Which form of a checkpoint's definition is wanted (`virDomainCheckpointXMLFlags`).
public struct DomainCheckpointXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// With passwords and the like.
  public static let secure = Self(rawValue: 1 << 0)
  /// Without the domain's definition.
  public static let noDomain = Self(rawValue: 1 << 1)
  /// With the amount of data changed since.
  public static let size = Self(rawValue: 1 << 2)
}

/// How a backup is made (`virDomainBackupBeginFlags`).
public struct DomainBackupBeginFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The files exist already.
  public static let reuseExternal = Self(rawValue: 1 << 0)
}
