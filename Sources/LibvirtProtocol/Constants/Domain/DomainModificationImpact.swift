/// Whether a call is about the running domain, its definition, or both (`virDomainModificationImpact`).
public struct DomainModificationImpact: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The running domain, or the definition of one that does not run.
  public static let current: Self = []
  /// The running domain.
  public static let live = Self(rawValue: 1 << 0)
  /// The definition.
  public static let config = Self(rawValue: 1 << 1)
}

/// Whether a device changes in the running domain, in its definition, or in both (`virDomainDeviceModifyFlags`).
public struct DomainDeviceModifyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The running domain, or the definition of one that does not run.
  public static let current: Self = []
  /// The running domain.
  public static let live = Self(rawValue: 1 << 0)
  /// The definition.
  public static let config = Self(rawValue: 1 << 1)
  /// Even if the guest has locked it, such as a medium.
  public static let force = Self(rawValue: 1 << 2)
}

/// Which number of virtual CPUs is meant (`virDomainVcpuFlags`).
public struct DomainVcpuFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of the running domain, or of the definition of one that does not run.
  public static let current: Self = []
  /// Of the running domain.
  public static let live = Self(rawValue: 1 << 0)
  /// Of the definition.
  public static let config = Self(rawValue: 1 << 1)
  /// The most there may be.
  public static let maximum = Self(rawValue: 1 << 2)
  /// Those that the guest itself uses, by its agent.
  public static let guest = Self(rawValue: 1 << 3)
  /// New ones can be unplugged again.
  public static let hotpluggable = Self(rawValue: 1 << 4)
}

/// Which amount of memory is meant (`virDomainMemoryModFlags`).
public struct DomainMemoryModFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of the running domain, or of the definition of one that does not run.
  public static let current: Self = []
  /// Of the running domain.
  public static let live = Self(rawValue: 1 << 0)
  /// Of the definition.
  public static let config = Self(rawValue: 1 << 1)
  /// The most there may be.
  public static let maximum = Self(rawValue: 1 << 2)
}
