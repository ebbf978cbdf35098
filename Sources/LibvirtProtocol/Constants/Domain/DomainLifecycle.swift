/// The occasions for which a domain has an action (`virDomainLifecycle`).
public enum DomainLifecycle: Int32, CaseIterable, Hashable, Sendable {
  /// The guest shut down.
  case poweroff = 0
  /// The guest rebooted.
  case reboot = 1
  /// The guest crashed.
  case crash = 2
}

/// What happens to a domain on such an occasion (`virDomainLifecycleAction`).
public enum DomainLifecycleAction: Int32, CaseIterable, Hashable, Sendable {
  /// It is stopped, and its resources are freed.
  case destroy = 0
  /// It is started anew.
  case restart = 1
  /// It is started anew under another name.
  case restartRename = 2
  /// It is kept as it is.
  case preserve = 3
  /// Its memory is dumped, and it is stopped.
  case coredumpDestroy = 4
  /// Its memory is dumped, and it is started anew.
  case coredumpRestart = 5
}

/// Which text about a domain is meant (`virDomainMetadataType`).
public enum DomainMetadataType: Int32, CaseIterable, Hashable, Sendable {
  /// The description.
  case description = 0
  /// The title.
  case title = 1
  /// The metadata element of a namespace.
  case element = 2
}

/// Which messages about a domain are wanted; none means all (`virDomainMessageType`).
public struct DomainMessageType: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What it uses that is to be given up.
  public static let deprecation = Self(rawValue: 1 << 0)
  /// Why it is tainted.
  public static let tainting = Self(rawValue: 1 << 1)
}
