/// How the names of monitor events are compared (`virConnectDomainQemuMonitorEventRegisterFlags`).
public struct ConnectDomainQemuMonitorEventRegisterFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX`.
  public static let regex = Self(rawValue: 1 << 0)
  /// `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE`.
  public static let nocase = Self(rawValue: 1 << 1)
}

/// In which language a monitor command is (`virDomainQemuMonitorCommandFlags`).
public struct DomainQemuMonitorCommandFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT`.
  public static let `default`: Self = []
  /// `VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP`.
  public static let hmp = Self(rawValue: 1 << 0)
}

/// How long to wait for an agent command, where it is not a number of seconds (`virDomainQemuAgentCommandTimeoutValues`).
public enum DomainQemuAgentCommandTimeout: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK`.
  case block = -2

  /// `VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN`.
  public static let min = Self.block
  /// `VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT`.
  case `default` = -1
  /// `VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT`.
  case nowait = 0
  /// `VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN`.
  case shutdown = 60
}
