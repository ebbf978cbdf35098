/// Who is told of failed memory (`virDomainMemoryFailureRecipientType`).
public enum DomainMemoryFailureRecipient: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR`.
  case hypervisor = 0
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST`.
  case guest = 1
}

/// What is done about failed memory (`virDomainMemoryFailureActionType`).
public enum DomainMemoryFailureAction: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE`.
  case ignore = 0
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT`.
  case inject = 1
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL`.
  case fatal = 2
  /// `VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET`.
  case reset = 3
}

/// What else is known of failed memory (`virDomainMemoryFailureFlags`).
public struct DomainMemoryFailureFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED`.
  public static let actionRequired = Self(rawValue: 1 << 0)
  /// `VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE`.
  public static let recursive = Self(rawValue: 1 << 1)
}
