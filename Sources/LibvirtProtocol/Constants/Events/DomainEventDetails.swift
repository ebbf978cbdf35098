/// What is done when a watchdog fires (`virDomainEventWatchdogAction`).
public enum DomainEventWatchdogAction: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing.
  case none = 0
  /// The guest is paused.
  case pause = 1
  /// The guest is reset.
  case reset = 2
  /// The domain is stopped.
  case poweroff = 3
  /// The guest is asked to shut down.
  case shutdown = 4
  /// The hypervisor writes a line to its log.
  case debug = 5
  /// The guest gets a non-maskable interrupt.
  case injectnmi = 6
}

/// What is done when a disk fails (`virDomainEventIOErrorAction`).
public enum DomainEventIOErrorAction: Int32, CaseIterable, Hashable, Sendable {
  /// Nothing: it is ignored.
  case none = 0
  /// The guest is paused.
  case pause = 1
  /// The guest is told.
  case report = 2
}

/// How far a connection to a display is (`virDomainEventGraphicsPhase`).
public enum DomainEventGraphicsPhase: Int32, CaseIterable, Hashable, Sendable {
  /// A client connected.
  case connect = 0
  /// It proved itself, and sees the display.
  case initialize = 1
  /// It left.
  case disconnect = 2
}

/// What kind of address a display or its client has (`virDomainEventGraphicsAddressType`).
public enum DomainEventGraphicsAddressType: Int32, CaseIterable, Hashable, Sendable {
  /// An address of IP version 4.
  case ipv4 = 0
  /// An address of IP version 6.
  case ipv6 = 1
  /// The path of a local socket.
  case unix = 2
}

/// Why the source of a disk changed (`virConnectDomainEventDiskChangeReason`).
public enum DomainEventDiskChangeReason: Int32, CaseIterable, Hashable, Sendable {
  /// There was none when the domain started, and the medium was left out.
  case changeMissingOnStart = 0
  /// There was none when the domain started, and the disk was left out.
  case dropMissingOnStart = 1
}

/// What a drive's tray did (`virDomainEventTrayChangeReason`).
public enum DomainEventTrayChangeReason: Int32, CaseIterable, Hashable, Sendable {
  /// It was opened.
  case open = 0
  /// It was closed.
  case close = 1
}

/// Whether a guest's agent is there (`virConnectDomainEventAgentLifecycleState`).
public enum DomainEventAgentLifecycleState: Int32, CaseIterable, Hashable, Sendable {
  /// It is there.
  case connected = 1
  /// It is gone.
  case disconnected = 2
}

/// Why a guest's agent came or went (`virConnectDomainEventAgentLifecycleReason`).
public enum DomainEventAgentLifecycleReason: Int32, CaseIterable, Hashable, Sendable {
  /// Not known.
  case unknown = 0
  /// The domain has started.
  case domainStarted = 1
  /// Its channel was opened or closed.
  case channel = 2
}
