/// How a guest is asked to shut down; none lets the driver choose (`virDomainShutdownFlagValues`).
public struct DomainShutdownFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_SHUTDOWN_DEFAULT`.
  public static let `default`: Self = []
  /// `VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN`.
  public static let acpiPowerBtn = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_SHUTDOWN_GUEST_AGENT`.
  public static let guestAgent = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_SHUTDOWN_INITCTL`.
  public static let initctl = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_SHUTDOWN_SIGNAL`.
  public static let signal = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_SHUTDOWN_PARAVIRT`.
  public static let paravirt = Self(rawValue: 1 << 4)
}

/// How a guest is asked to reboot; none lets the driver choose (`virDomainRebootFlagValues`).
public struct DomainRebootFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_REBOOT_DEFAULT`.
  public static let `default`: Self = []
  /// `VIR_DOMAIN_REBOOT_ACPI_POWER_BTN`.
  public static let acpiPowerBtn = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_REBOOT_GUEST_AGENT`.
  public static let guestAgent = Self(rawValue: 1 << 1)
  /// `VIR_DOMAIN_REBOOT_INITCTL`.
  public static let initctl = Self(rawValue: 1 << 2)
  /// `VIR_DOMAIN_REBOOT_SIGNAL`.
  public static let signal = Self(rawValue: 1 << 3)
  /// `VIR_DOMAIN_REBOOT_PARAVIRT`.
  public static let paravirt = Self(rawValue: 1 << 4)
}
