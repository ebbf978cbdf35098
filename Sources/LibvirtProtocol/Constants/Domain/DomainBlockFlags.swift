/// How changes are merged down a chain of images (`virDomainBlockCommitFlags`).
public struct DomainBlockCommitFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Only into the next image below.
  public static let shallow = Self(rawValue: 1 << 0)
  /// Images that were merged are deleted.
  public static let delete = Self(rawValue: 1 << 1)
  /// The active image may be merged too.
  public static let active = Self(rawValue: 1 << 2)
  /// The references between images stay relative.
  public static let relative = Self(rawValue: 1 << 3)
  /// The limit is given in bytes/s, not MiB/s.
  public static let bandwidthBytes = Self(rawValue: 1 << 4)
}

/// How a disk is copied (`virDomainBlockCopyFlags`).
public struct DomainBlockCopyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Only the top image, on the same base.
  public static let shallow = Self(rawValue: 1 << 0)
  /// The destination exists already.
  public static let reuseExt = Self(rawValue: 1 << 1)
  /// A definition need not be changed to allow it.
  public static let transientJob = Self(rawValue: 1 << 2)
  /// Writes of the guest wait for the destination.
  public static let synchronousWrites = Self(rawValue: 1 << 3)
}

/// How data is pulled up a chain of images (`virDomainBlockPullFlags`).
public struct DomainBlockPullFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The limit is given in bytes/s, not MiB/s.
  public static let bandwidthBytes = Self(rawValue: 1 << 6)
}

/// How an image gets another base, or a disk is copied (`virDomainBlockRebaseFlags`).
public struct DomainBlockRebaseFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Only the top image is copied.
  public static let shallow = Self(rawValue: 1 << 0)
  /// The destination exists already.
  public static let reuseExt = Self(rawValue: 1 << 1)
  /// The destination is in raw format.
  public static let copyRaw = Self(rawValue: 1 << 2)
  /// The disk is copied.
  public static let copy = Self(rawValue: 1 << 3)
  /// The references between images stay relative.
  public static let relative = Self(rawValue: 1 << 4)
  /// The destination is a block device.
  public static let copyDev = Self(rawValue: 1 << 5)
  /// The limit is given in bytes/s, not MiB/s.
  public static let bandwidthBytes = Self(rawValue: 1 << 6)
}

/// In which unit a disk's new size is given (`virDomainBlockResizeFlags`).
public struct DomainBlockResizeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// In bytes, not KiB.
  public static let bytes = Self(rawValue: 1 << 0)
}
