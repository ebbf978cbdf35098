/// How a domain is started (`virDomainCreateFlags`).
public struct DomainCreateFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_NONE`.
  public static let none: Self = []
  /// `VIR_DOMAIN_START_PAUSED`.
  public static let paused = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_START_AUTODESTROY`.
  public static let autodestroy = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_START_BYPASS_CACHE`.
  public static let bypassCache = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_START_FORCE_BOOT`.
  public static let forceBoot = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_START_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_START_RESET_NVRAM`.
  public static let resetNvram = Self(rawValue: 1 << 5)
}

/// How a domain is defined (`virDomainDefineFlags`).
public struct DomainDefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_DEFINE_VALIDATE`.
  public static let validate = Self(rawValue: 1 << 0)
}

/// What goes, or stays, along with a domain's definition (`virDomainUndefineFlagsValues`).
public struct DomainUndefineFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_UNDEFINE_MANAGED_SAVE`.
  public static let managedSave = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA`.
  public static let snapshotsMetadata = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_UNDEFINE_NVRAM`.
  public static let nvram = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_UNDEFINE_KEEP_NVRAM`.
  public static let keepNvram = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA`.
  public static let checkpointsMetadata = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_UNDEFINE_TPM`.
  public static let tpm = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_UNDEFINE_KEEP_TPM`.
  public static let keepTpm = Self(rawValue: 1 << 6)
}

/// How a domain is stopped at once (`virDomainDestroyFlagsValues`).
public struct DomainDestroyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_DESTROY_DEFAULT`.
  public static let `default`: Self = []
  /// `VIR_DOMAIN_DESTROY_GRACEFUL`.
  public static let graceful = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_DESTROY_REMOVE_LOGS`.
  public static let removeLogs = Self(rawValue: 1 << 1)
}
