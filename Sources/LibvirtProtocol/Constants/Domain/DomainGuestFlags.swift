/// Whom to ask for a guest's host name (`virDomainGetHostnameFlags`).
public struct DomainGetHostnameFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The leases of the host's networks.
  public static let lease = Self(rawValue: 1 << 0)
  /// The guest's agent.
  public static let agent = Self(rawValue: 1 << 1)
}

/// Which facts about a guest are wanted; none means all that there are (`virDomainGuestInfoTypes`).
public struct DomainGuestInfoTypes: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Users who are logged in.
  public static let users = Self(rawValue: 1 << 0)
  /// The operating system.
  public static let os = Self(rawValue: 1 << 1)
  /// The time zone.
  public static let timezone = Self(rawValue: 1 << 2)
  /// The host name.
  public static let hostname = Self(rawValue: 1 << 3)
  /// File systems.
  public static let filesystem = Self(rawValue: 1 << 4)
  /// Disks.
  public static let disks = Self(rawValue: 1 << 5)
  /// Network interfaces.
  public static let interfaces = Self(rawValue: 1 << 6)
}

/// Whom to ask for a guest's addresses (`virDomainInterfaceAddressesSource`).
public enum DomainInterfaceAddressesSource: Int32, CaseIterable, Hashable, Sendable {
  /// The leases of the host's networks.
  case lease = 0
  /// The guest's agent.
  case agent = 1
  /// The host's ARP table.
  case arp = 2
}

/// How a guest's time is set (`virDomainSetTimeFlags`).
public struct DomainSetTimeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// From the guest's hardware clock.
  public static let sync = Self(rawValue: 1 << 0)
}

/// How a password is given (`virDomainSetUserPasswordFlags`).
public struct DomainSetUserPasswordFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// As the guest stores it, already hashed.
  public static let encrypted = Self(rawValue: 1 << 0)
}

/// How a user's keys are changed; none replaces them (`virDomainAuthorizedSSHKeysSetFlags`).
public struct DomainAuthorizedSSHKeysSetFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// They are added.
  public static let append = Self(rawValue: 1 << 0)
  /// They are removed.
  public static let remove = Self(rawValue: 1 << 1)
}

/// How long to wait for a guest's agent, where it is not a number of seconds (`virDomainAgentResponseTimeoutValues`).
public enum DomainAgentResponseTimeout: Int32, CaseIterable, Hashable, Sendable {
  /// For ever.
  case block = -2
  /// As long as the driver thinks fit.
  case `default` = -1
  /// Not at all.
  case nowait = 0
}

/// Which version of IP an address is of (`virIPAddrType`).
public enum IPAddressType: Int32, CaseIterable, Hashable, Sendable {
  /// Version 4.
  case ipv4 = 0
  /// Version 6.
  case ipv6 = 1
}
