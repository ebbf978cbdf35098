/// The occasions for which a domain has an action (`virDomainLifecycle`).
public enum DomainLifecycle: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_LIFECYCLE_POWEROFF`.
  case poweroff = 0
  /// `VIR_DOMAIN_LIFECYCLE_REBOOT`.
  case reboot = 1
  /// `VIR_DOMAIN_LIFECYCLE_CRASH`.
  case crash = 2
}

/// What happens to a domain on such an occasion (`virDomainLifecycleAction`).
public enum DomainLifecycleAction: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY`.
  case destroy = 0
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART`.
  case restart = 1
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME`.
  case restartRename = 2
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE`.
  case preserve = 3
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY`.
  case coredumpDestroy = 4
  /// `VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART`.
  case coredumpRestart = 5
}

/// Which text about a domain is meant (`virDomainMetadataType`).
public enum DomainMetadataType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_METADATA_DESCRIPTION`.
  case description = 0
  /// `VIR_DOMAIN_METADATA_TITLE`.
  case title = 1
  /// `VIR_DOMAIN_METADATA_ELEMENT`.
  case element = 2
}

/// Which messages about a domain are wanted; none means all (`virDomainMessageType`).
public struct DomainMessageType: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_MESSAGE_DEPRECATION`.
  public static let deprecation = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_MESSAGE_TAINTING`.
  public static let tainting = Self(rawValue: 1 << 1)
}
