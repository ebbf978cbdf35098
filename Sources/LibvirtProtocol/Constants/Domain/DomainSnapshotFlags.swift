/// How a snapshot is taken (`virDomainSnapshotCreateFlags`).
public struct DomainSnapshotCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Only what libvirt knows of one is put back.
  public static let redefine = Self(rawValue: 1 << 0)
  /// The one put back becomes the current one.
  public static let current = Self(rawValue: 1 << 1)
  /// libvirt keeps nothing of it.
  public static let noMetadata = Self(rawValue: 1 << 2)
  /// The domain is stopped afterwards.
  public static let halt = Self(rawValue: 1 << 3)
  /// Disks without memory.
  public static let diskOnly = Self(rawValue: 1 << 4)
  /// The files exist already.
  public static let reuseExt = Self(rawValue: 1 << 5)
  /// The guest's file systems are frozen meanwhile.
  public static let quiesce = Self(rawValue: 1 << 6)
  /// All disks or none.
  public static let atomic = Self(rawValue: 1 << 7)
  /// The guest goes on meanwhile.
  public static let live = Self(rawValue: 1 << 8)
  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 9)
}

/// What goes along with a snapshot (`virDomainSnapshotDeleteFlags`).
public struct DomainSnapshotDeleteFlags: OptionSet, Hashable, Sendable {
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

/// Which snapshots are wanted (`virDomainSnapshotListFlags`).
public struct DomainSnapshotListFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of one snapshot: all based on it, however deep.
  public static let descendants = Self(rawValue: 1 << 0)
  /// Of a domain: those based on none. The same bit as `descendants`.
  public static let roots = Self(rawValue: 1 << 0)
  /// Those of which libvirt keeps metadata.
  public static let metadata = Self(rawValue: 1 << 1)
  /// Those on which none is based.
  public static let leaves = Self(rawValue: 1 << 2)
  /// Those on which one is based.
  public static let noLeaves = Self(rawValue: 1 << 3)
  /// Those of which libvirt keeps nothing.
  public static let noMetadata = Self(rawValue: 1 << 4)
  /// Those taken of a domain that did not run.
  public static let inactive = Self(rawValue: 1 << 5)
  /// Those taken of a running domain.
  public static let active = Self(rawValue: 1 << 6)
  /// Those without memory.
  public static let diskOnly = Self(rawValue: 1 << 7)
  /// Those within the disks' images.
  public static let `internal` = Self(rawValue: 1 << 8)
  /// Those in files of their own.
  public static let external = Self(rawValue: 1 << 9)
  /// Each after what it is based on.
  public static let topological = Self(rawValue: 1 << 10)
}

/// How a domain goes back to a snapshot (`virDomainSnapshotRevertFlags`).
public struct DomainSnapshotRevertFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The domain runs afterwards.
  public static let running = Self(rawValue: 1 << 0)
  /// The domain is paused afterwards.
  public static let paused = Self(rawValue: 1 << 1)
  /// Even if it is risky.
  public static let force = Self(rawValue: 1 << 2)
  /// The firmware's variables start from their template.
  public static let resetNvram = Self(rawValue: 1 << 3)
}

/// Which form of a snapshot's definition is wanted (`virDomainSnapshotXMLFlags`).
public struct DomainSnapshotXMLFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// With passwords and the like.
  public static let secure = Self(rawValue: 1 << 0)
}
