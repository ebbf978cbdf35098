/// Whether a call is about the running domain, its definition, or both (`virDomainModificationImpact`).
public struct DomainModificationImpact: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_AFFECT_CURRENT`.
  public static let current: Self = []
  /// `VIR_DOMAIN_AFFECT_LIVE`.
  public static let live = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_AFFECT_CONFIG`.
  public static let config = Self(rawValue: 1 << 1)
}

/// Whether a device changes in the running domain, in its definition, or in both (`virDomainDeviceModifyFlags`).
public struct DomainDeviceModifyFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_DEVICE_MODIFY_CURRENT`.
  public static let current: Self = []
  /// `VIR_DOMAIN_DEVICE_MODIFY_LIVE`.
  public static let live = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_DEVICE_MODIFY_CONFIG`.
  public static let config = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_DEVICE_MODIFY_FORCE`.
  public static let force = Self(rawValue: 1 << 2)
}

/// Which number of virtual CPUs is meant (`virDomainVcpuFlags`).
public struct DomainVcpuFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_VCPU_CURRENT`.
  public static let current: Self = []
  /// `VIR_DOMAIN_VCPU_LIVE`.
  public static let live = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_VCPU_CONFIG`.
  public static let config = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_VCPU_MAXIMUM`.
  public static let maximum = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_VCPU_GUEST`.
  public static let guest = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_VCPU_HOTPLUGGABLE`.
  public static let hotpluggable = Self(rawValue: 1 << 4)
}

/// Which amount of memory is meant (`virDomainMemoryModFlags`).
public struct DomainMemoryModFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_MEM_CURRENT`.
  public static let current: Self = []
  /// `VIR_DOMAIN_MEM_LIVE`.
  public static let live = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_MEM_CONFIG`.
  public static let config = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_MEM_MAXIMUM`.
  public static let maximum = Self(rawValue: 1 << 2)
}
