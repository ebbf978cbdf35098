/// How the names of monitor events are compared (`virConnectDomainQemuMonitorEventRegisterFlags`).
public struct ConnectDomainQemuMonitorEventRegisterFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The name is a regular expression.
  public static let regex = Self(rawValue: 1 << 0)
  /// Upper and lower case are the same.
  public static let nocase = Self(rawValue: 1 << 1)
}

/// In which language a monitor command is (`virDomainQemuMonitorCommandFlags`).
public struct DomainQemuMonitorCommandFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// QMP, in JSON.
  public static let `default`: Self = []
  /// That for humans.
  public static let hmp = Self(rawValue: 1 << 0)
}

/// How long to wait for an agent command, where it is not a number of seconds (`virDomainQemuAgentCommandTimeoutValues`).
public enum DomainQemuAgentCommandTimeout: Int32, CaseIterable, Hashable, Sendable {
  /// For ever.
  case block = -2

  /// The least number with a meaning: the same as `block`.
  public static let min = Self.block
  /// As long as the driver thinks fit.
  case `default` = -1
  /// Not at all.
  case nowait = 0
  /// As long as shutting down may take: 60 seconds.
  case shutdown = 60
}
