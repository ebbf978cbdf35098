/// Which groups of figures are wanted; none means all (`virDomainStatsTypes`).
public struct DomainStatsTypes: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_STATS_STATE`.
  public static let state = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_STATS_CPU_TOTAL`.
  public static let cpuTotal = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_STATS_BALLOON`.
  public static let balloon = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_STATS_VCPU`.
  public static let vcpu = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_STATS_INTERFACE`.
  public static let interface = Self(rawValue: 1 << 4)
  /// `VIR_DOMAIN_STATS_BLOCK`.
  public static let block = Self(rawValue: 1 << 5)
  /// `VIR_DOMAIN_STATS_PERF`.
  public static let perf = Self(rawValue: 1 << 6)
  /// `VIR_DOMAIN_STATS_IOTHREAD`.
  public static let iothread = Self(rawValue: 1 << 7)
  /// `VIR_DOMAIN_STATS_MEMORY`.
  public static let memory = Self(rawValue: 1 << 8)
  /// `VIR_DOMAIN_STATS_DIRTYRATE`.
  public static let dirtyrate = Self(rawValue: 1 << 9)
  /// `VIR_DOMAIN_STATS_VM`.
  public static let vm = Self(rawValue: 1 << 10)
}

/// Which domains are wanted, and how their figures are got (`virConnectGetAllDomainStatsFlags`).
public struct ConnectGetAllDomainStatsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE`.
  public static let active = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT`.
  public static let persistent = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT`.
  public static let transient = Self(rawValue: 1 << 3)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING`.
  public static let running = Self(rawValue: 1 << 4)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED`.
  public static let paused = Self(rawValue: 1 << 5)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF`.
  public static let shutoff = Self(rawValue: 1 << 6)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER`.
  public static let other = Self(rawValue: 1 << 7)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT`.
  public static let nowait = Self(rawValue: 1 << 29)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING`.
  public static let backing = Self(rawValue: 1 << 30)
  /// `VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS`.
  public static let enforceStats = Self(rawValue: 1 << 31)
}

/// Which domains are wanted; within each pair, none means both (`virConnectListAllDomainsFlags`).
public struct ConnectListAllDomainsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_LIST_DOMAINS_ACTIVE`.
  public static let active = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_LIST_DOMAINS_INACTIVE`.
  public static let inactive = Self(rawValue: 1 << 1)
  /// `VIR_CONNECT_LIST_DOMAINS_PERSISTENT`.
  public static let persistent = Self(rawValue: 1 << 2)
  /// `VIR_CONNECT_LIST_DOMAINS_TRANSIENT`.
  public static let transient = Self(rawValue: 1 << 3)
  /// `VIR_CONNECT_LIST_DOMAINS_RUNNING`.
  public static let running = Self(rawValue: 1 << 4)
  /// `VIR_CONNECT_LIST_DOMAINS_PAUSED`.
  public static let paused = Self(rawValue: 1 << 5)
  /// `VIR_CONNECT_LIST_DOMAINS_SHUTOFF`.
  public static let shutoff = Self(rawValue: 1 << 6)
  /// `VIR_CONNECT_LIST_DOMAINS_OTHER`.
  public static let other = Self(rawValue: 1 << 7)
  /// `VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE`.
  public static let managedsave = Self(rawValue: 1 << 8)
  /// `VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE`.
  public static let noManagedsave = Self(rawValue: 1 << 9)
  /// `VIR_CONNECT_LIST_DOMAINS_AUTOSTART`.
  public static let autostart = Self(rawValue: 1 << 10)
  /// `VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART`.
  public static let noAutostart = Self(rawValue: 1 << 11)
  /// `VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT`.
  public static let hasSnapshot = Self(rawValue: 1 << 12)
  /// `VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT`.
  public static let noSnapshot = Self(rawValue: 1 << 13)
  /// `VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT`.
  public static let hasCheckpoint = Self(rawValue: 1 << 14)
  /// `VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT`.
  public static let noCheckpoint = Self(rawValue: 1 << 15)
}
