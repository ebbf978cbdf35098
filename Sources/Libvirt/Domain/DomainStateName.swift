import LibvirtProtocol

extension DomainState {
  /// The state in virsh's words, which are also the tokens of JSON and CSV: the same in every locale.
  public var name: String { Self.names.indices.contains(Int(state)) ? Self.names[Int(state)] : "no state" }

  /// Why the domain is in its state, in virsh's words.
  public var reasonName: String {
    guard Self.reasons.indices.contains(Int(state)), Self.reasons[Int(state)].indices.contains(Int(reason)) else { return "unknown" }
    return Self.reasons[Int(state)][Int(reason)]
  }

  /// Whether the domain has processes: everything but shut off.
  public var isActive: Bool { state != 5 }

  /// By `virDomainState`.
  private static let names = [
    "no state", "running", "idle", "paused", "in shutdown", "shut off", "crashed", "pmsuspended",
  ]

  /// By `virDomainState`, then by the reasons that this state has (`virDomainRunningReason` and so on).
  private static let reasons = [
    ["unknown"],
    [
      "unknown", "booted", "migrated", "restored", "from snapshot", "unpaused", "migration canceled", "save canceled",
      "event wakeup", "crashed", "post-copy", "post-copy failed",
    ],
    ["unknown"],
    [
      "unknown", "user", "migrating", "saving", "dumping", "I/O error", "watchdog", "from snapshot", "shutting down",
      "creating snapshot", "crashed", "starting up", "post-copy", "post-copy failed",
    ],
    ["unknown", "user"],
    ["unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from snapshot", "daemon"],
    ["unknown", "panicked"],
    ["unknown"],
  ]
}
