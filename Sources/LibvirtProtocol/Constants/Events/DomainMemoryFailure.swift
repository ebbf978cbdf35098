/// Who is told of failed memory (`virDomainMemoryFailureRecipientType`).
public enum DomainMemoryFailureRecipient: Int32, CaseIterable, Hashable, Sendable {
  /// The hypervisor: its own memory failed.
  case hypervisor = 0
  /// The guest.
  case guest = 1
}

/// What is done about failed memory (`virDomainMemoryFailureActionType`).
public enum DomainMemoryFailureAction: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing.
  case ignore = 0
  /// The guest is told.
  case inject = 1
  /// The hypervisor stops.
  case fatal = 2
  /// The guest is reset.
  case reset = 3
}

/// What else is known of failed memory (`virDomainMemoryFailureFlags`).
public struct DomainMemoryFailureFlags: OptionSet, Hashable, Sendable {
  /// The bits as a call carries them.
  public let rawValue: UInt32

  /// Flags by their bits; unknown ones are kept.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The guest has to do something at once.
  public static let actionRequired = Self(rawValue: 1 << 0)
  /// It failed while the guest was dealing with a failure.
  public static let recursive = Self(rawValue: 1 << 1)
}
