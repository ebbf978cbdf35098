/// How a guest is asked to shut down; none lets the driver choose (`virDomainShutdownFlagValues`).
public struct DomainShutdownFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The driver chooses.
  public static let `default`: Self = []
  /// As the power button would.
  public static let acpiPowerBtn = Self(rawValue: 1 << 0)
  /// Through the guest's agent.
  public static let guestAgent = Self(rawValue: 1 << 1)
  /// Through the container's init.
  public static let initctl = Self(rawValue: 1 << 2)
  /// By a signal to the container's init.
  public static let signal = Self(rawValue: 1 << 3)
  /// Through the hypervisor's own channel to the guest.
  public static let paravirt = Self(rawValue: 1 << 4)
}

/// How a guest is asked to reboot; none lets the driver choose (`virDomainRebootFlagValues`).
public struct DomainRebootFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The driver chooses.
  public static let `default`: Self = []
  /// As the power button would.
  public static let acpiPowerBtn = Self(rawValue: 1 << 0)
  /// Through the guest's agent.
  public static let guestAgent = Self(rawValue: 1 << 1)
  /// Through the container's init.
  public static let initctl = Self(rawValue: 1 << 2)
  /// By a signal to the container's init.
  public static let signal = Self(rawValue: 1 << 3)
  /// Through the hypervisor's own channel to the guest.
  public static let paravirt = Self(rawValue: 1 << 4)
}
