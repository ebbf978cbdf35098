/// How a domain is started (`virDomainCreateFlags`).
public struct DomainCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No flags.
  public static let none: Self = []
  /// The guest stays paused.
  public static let paused = Self(rawValue: 1 << 0)
  /// It is destroyed when the connection ends.
  public static let autodestroy = Self(rawValue: 1 << 1)
  /// A saved state is read around the host's file cache.
  public static let bypassCache = Self(rawValue: 1 << 2)
  /// A saved state is thrown away, and the guest boots.
  public static let forceBoot = Self(rawValue: 1 << 3)
  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 4)
  /// The firmware's variables start from their template.
  public static let resetNvram = Self(rawValue: 1 << 5)
}

/// How a domain is defined (`virDomainDefineFlags`).
public struct DomainDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The XML is checked against its schema.
  public static let validate = Self(rawValue: 1 << 0)
}

/// What goes, or stays, along with a domain's definition (`virDomainUndefineFlagsValues`).
public struct DomainUndefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The saved state goes.
  public static let managedSave = Self(rawValue: 1 << 0)
  /// What is known of snapshots goes; their data stays.
  public static let snapshotsMetadata = Self(rawValue: 1 << 1)
  /// The file with the firmware's variables goes.
  public static let nvram = Self(rawValue: 1 << 2)
  /// The file with the firmware's variables stays.
  public static let keepNvram = Self(rawValue: 1 << 3)
  /// What is known of checkpoints goes.
  public static let checkpointsMetadata = Self(rawValue: 1 << 4)
  /// The state of an emulated TPM goes.
  public static let tpm = Self(rawValue: 1 << 5)
  /// The state of an emulated TPM stays.
  public static let keepTpm = Self(rawValue: 1 << 6)
}

/// How a domain is stopped at once (`virDomainDestroyFlagsValues`).
public struct DomainDestroyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Even by force.
  public static let `default`: Self = []
  /// Not by force: rather fail than lose data that the hypervisor still has to write.
  public static let graceful = Self(rawValue: 1 << 0)
  /// The domain's logs go.
  public static let removeLogs = Self(rawValue: 1 << 1)
}
