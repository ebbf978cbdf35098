/// Whom to ask for a guest's host name (`virDomainGetHostnameFlags`).
public struct DomainGetHostnameFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_GET_HOSTNAME_LEASE`.
  public static let lease = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_GET_HOSTNAME_AGENT`.
  public static let agent = Self(rawValue: 1 << 1)
}

/// Which facts about a guest are wanted; none means all that there are (`virDomainGuestInfoTypes`).
public struct DomainGuestInfoTypes: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_GUEST_INFO_USERS`.
  public static let users = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_GUEST_INFO_OS`.
  public static let os = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_GUEST_INFO_TIMEZONE`.
  public static let timezone = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_GUEST_INFO_HOSTNAME`.
  public static let hostname = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_GUEST_INFO_FILESYSTEM`.
  public static let filesystem = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_GUEST_INFO_DISKS`.
  public static let disks = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_GUEST_INFO_INTERFACES`.
  public static let interfaces = Self(rawValue: 1 << 6)
}

/// Whom to ask for a guest's addresses (`virDomainInterfaceAddressesSource`).
public enum DomainInterfaceAddressesSource: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE`.
  case lease = 0
  /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT`.
  case agent = 1
  /// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP`.
  case arp = 2
}

/// How a guest's time is set (`virDomainSetTimeFlags`).
public struct DomainSetTimeFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_TIME_SYNC`.
  public static let sync = Self(rawValue: 1 << 0)
}

/// How a password is given (`virDomainSetUserPasswordFlags`).
public struct DomainSetUserPasswordFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_PASSWORD_ENCRYPTED`.
  public static let encrypted = Self(rawValue: 1 << 0)
}

/// How a user's keys are changed; none replaces them (`virDomainAuthorizedSSHKeysSetFlags`).
public struct DomainAuthorizedSSHKeysSetFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND`.
  public static let append = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE`.
  public static let remove = Self(rawValue: 1 << 1)
}

/// How long to wait for a guest's agent, where it is not a number of seconds (`virDomainAgentResponseTimeoutValues`).
public enum DomainAgentResponseTimeout: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK`.
  case block = -2
  /// `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT`.
  case `default` = -1
  /// `VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT`.
  case nowait = 0
}

/// Which version of IP an address is of (`virIPAddrType`).
public enum IPAddressType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_IP_ADDR_TYPE_IPV4`.
  case ipv4 = 0
  /// `VIR_IP_ADDR_TYPE_IPV6`.
  case ipv6 = 1
}
