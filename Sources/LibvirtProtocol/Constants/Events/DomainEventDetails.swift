/// What is done when a watchdog fires (`virDomainEventWatchdogAction`).
public enum DomainEventWatchdogAction: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_WATCHDOG_NONE`.
  case none = 0
  /// `VIR_DOMAIN_EVENT_WATCHDOG_PAUSE`.
  case pause = 1
  /// `VIR_DOMAIN_EVENT_WATCHDOG_RESET`.
  case reset = 2
  /// `VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF`.
  case poweroff = 3
  /// `VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN`.
  case shutdown = 4
  /// `VIR_DOMAIN_EVENT_WATCHDOG_DEBUG`.
  case debug = 5
  /// `VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI`.
  case injectnmi = 6
}

/// What is done when a disk fails (`virDomainEventIOErrorAction`).
public enum DomainEventIOErrorAction: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_IO_ERROR_NONE`.
  case none = 0
  /// `VIR_DOMAIN_EVENT_IO_ERROR_PAUSE`.
  case pause = 1
  /// `VIR_DOMAIN_EVENT_IO_ERROR_REPORT`.
  case report = 2
}

/// How far a connection to a display is (`virDomainEventGraphicsPhase`).
public enum DomainEventGraphicsPhase: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_GRAPHICS_CONNECT`.
  case connect = 0
  /// `VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE`.
  case initialize = 1
  /// `VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT`.
  case disconnect = 2
}

/// What kind of address a display or its client has (`virDomainEventGraphicsAddressType`).
public enum DomainEventGraphicsAddressType: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4`.
  case ipv4 = 0
  /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6`.
  case ipv6 = 1
  /// `VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX`.
  case unix = 2
}

/// Why the source of a disk changed (`virConnectDomainEventDiskChangeReason`).
public enum DomainEventDiskChangeReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START`.
  case changeMissingOnStart = 0
  /// `VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START`.
  case dropMissingOnStart = 1
}

/// What a drive's tray did (`virDomainEventTrayChangeReason`).
public enum DomainEventTrayChangeReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN`.
  case open = 0
  /// `VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE`.
  case close = 1
}

/// Whether a guest's agent is there (`virConnectDomainEventAgentLifecycleState`).
public enum DomainEventAgentLifecycleState: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED`.
  case connected = 1
  /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED`.
  case disconnected = 2
}

/// Why a guest's agent came or went (`virConnectDomainEventAgentLifecycleReason`).
public enum DomainEventAgentLifecycleReason: Int32, CaseIterable, Hashable, Sendable {
  /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN`.
  case unknown = 0
  /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED`.
  case domainStarted = 1
  /// `VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL`.
  case channel = 2
}
