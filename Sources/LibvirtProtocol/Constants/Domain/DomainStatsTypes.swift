/// Which groups of figures are wanted; none means all (`virDomainStatsTypes`).
public struct DomainStatsTypes: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// State and reason.
  public static let state = Self(rawValue: 1 << 0)
  /// CPU time.
  public static let cpuTotal = Self(rawValue: 1 << 1)
  /// Memory of the guest.
  public static let balloon = Self(rawValue: 1 << 2)
  /// Virtual CPUs.
  public static let vcpu = Self(rawValue: 1 << 3)
  /// Network interfaces.
  public static let interface = Self(rawValue: 1 << 4)
  /// Disks.
  public static let block = Self(rawValue: 1 << 5)
  /// Performance events.
  public static let perf = Self(rawValue: 1 << 6)
  /// I/O threads.
  public static let iothread = Self(rawValue: 1 << 7)
  /// Memory bandwidth.
  public static let memory = Self(rawValue: 1 << 8)
  /// How fast the guest writes to its memory.
  public static let dirtyrate = Self(rawValue: 1 << 9)
  /// What the hypervisor itself counts.
  public static let vm = Self(rawValue: 1 << 10)
}

/// Which domains are wanted, and how their figures are got (`virConnectGetAllDomainStatsFlags`).
public struct ConnectGetAllDomainStatsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those that run.
  public static let active = Self(rawValue: 1 << 0)
  /// Those that do not.
  public static let inactive = Self(rawValue: 1 << 1)
  /// Those that are defined.
  public static let persistent = Self(rawValue: 1 << 2)
  /// Those that are not.
  public static let transient = Self(rawValue: 1 << 3)
  /// Those whose state is running.
  public static let running = Self(rawValue: 1 << 4)
  /// Those whose state is paused.
  public static let paused = Self(rawValue: 1 << 5)
  /// Those whose state is shut off.
  public static let shutoff = Self(rawValue: 1 << 6)
  /// Those in any other state.
  public static let other = Self(rawValue: 1 << 7)
  /// Leave out figures for which a busy domain would have to be waited for.
  public static let nowait = Self(rawValue: 1 << 29)
  /// Disks with all their backing images.
  public static let backing = Self(rawValue: 1 << 30)
  /// Fail if a group is unknown.
  public static let enforceStats = Self(rawValue: 1 << 31)
}

/// Which domains are wanted; within each pair, none means both (`virConnectListAllDomainsFlags`).
public struct ConnectListAllDomainsFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Those that run.
  public static let active = Self(rawValue: 1 << 0)
  /// Those that do not.
  public static let inactive = Self(rawValue: 1 << 1)
  /// Those that are defined.
  public static let persistent = Self(rawValue: 1 << 2)
  /// Those that are not.
  public static let transient = Self(rawValue: 1 << 3)
  /// Those whose state is running.
  public static let running = Self(rawValue: 1 << 4)
  /// Those whose state is paused.
  public static let paused = Self(rawValue: 1 << 5)
  /// Those whose state is shut off.
  public static let shutoff = Self(rawValue: 1 << 6)
  /// Those in any other state.
  public static let other = Self(rawValue: 1 << 7)
  /// Those with a saved state.
  public static let managedsave = Self(rawValue: 1 << 8)
  /// Those without.
  public static let noManagedsave = Self(rawValue: 1 << 9)
  /// Those that start along with the host.
  public static let autostart = Self(rawValue: 1 << 10)
  /// Those that do not.
  public static let noAutostart = Self(rawValue: 1 << 11)
  /// Those with snapshots.
  public static let hasSnapshot = Self(rawValue: 1 << 12)
  /// Those without.
  public static let noSnapshot = Self(rawValue: 1 << 13)
  /// Those with checkpoints.
  public static let hasCheckpoint = Self(rawValue: 1 << 14)
  /// Those without.
  public static let noCheckpoint = Self(rawValue: 1 << 15)
}
