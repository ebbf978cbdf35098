/// virsh's words for the numbers in events. A number that is newer than the list is "unknown".
struct Words {
  private let words: [String]

  private init(_ words: String...) { self.words = words }

  subscript(_ number: Int32) -> String { words.indices.contains(Int(number)) ? words[Int(number)] : "unknown" }

  /// `virDomainEventWatchdogAction`
  static let watchdogAction = Words("none", "pause", "reset", "poweroff", "shutdown", "debug", "inject-nmi")
  /// `virDomainEventIOErrorAction`
  static let ioErrorAction = Words("none", "pause", "report")
  /// `virDomainEventGraphicsPhase`
  static let graphicsPhase = Words("connect", "initialize", "disconnect")
  /// `virDomainEventGraphicsAddressType`
  static let graphicsFamily = Words("IPv4", "IPv6", "unix")
  /// `virDomainBlockJobType`
  static let blockJob = Words("Unknown job", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup")
  /// `virConnectDomainEventBlockJobStatus`
  static let blockJobStatus = Words("completed", "failed", "canceled", "ready")
  /// `virConnectDomainEventDiskChangeReason`
  static let diskChange = Words("changed", "dropped")
  /// `virDomainEventTrayChangeReason`
  static let tray = Words("opened", "closed")
  /// `virConnectDomainEventAgentLifecycleState`
  static let agentState = Words("unknown", "connected", "disconnected")
  /// `virConnectDomainEventAgentLifecycleReason`
  static let agentReason = Words("unknown", "domain started", "channel event")
  /// `virDomainMetadataType`
  static let metadata = Words("description", "title", "element")
  /// `virDomainMemoryFailureRecipientType`
  static let memoryRecipient = Words("hypervisor", "guest")
  /// `virDomainMemoryFailureActionType`
  static let memoryAction = Words("ignore", "inject", "fatal", "reset")

  /// `virDomainEventType`
  static let lifecycle = Words(
    "Defined", "Undefined", "Started", "Suspended", "Resumed", "Stopped", "Shutdown", "PMSuspended", "Crashed")

  /// The detail of a lifecycle event, by the event.
  static func lifecycleDetail(_ event: Int32, _ detail: Int32) -> String {
    lifecycleDetails.indices.contains(Int(event)) ? lifecycleDetails[Int(event)][detail] : "unknown"
  }

  private static let lifecycleDetails = [
    Words("Added", "Updated", "Renamed", "Snapshot"),
    Words("Removed", "Renamed"),
    Words("Booted", "Migrated", "Restored", "Snapshot", "Event wakeup"),
    Words(
      "Paused", "Migrated", "I/O Error", "Watchdog", "Restored", "Snapshot", "API error", "Post-copy", "Post-copy Error"),
    Words("Unpaused", "Migrated", "Snapshot", "Post-copy", "Post-copy Error"),
    Words("Shutdown", "Destroyed", "Crashed", "Migrated", "Saved", "Failed", "Snapshot"),
    Words("Finished", "Finished after guest request", "Finished after host request"),
    Words("Memory", "Disk"),
    Words("Panicked", "Crashloaded"),
  ]
}
