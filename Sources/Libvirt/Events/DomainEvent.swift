import Drivers
import LibvirtProtocol

/// A domain event with its details in words.
public struct DomainEvent: Sendable {
  /// Which kind of event: `lifecycle`, `io-error`, …, virsh's name.
  public let name: String
  /// The domain it happened to.
  public let domain: DomainRef
  /// What happened, by name. The order is that of virsh's line.
  public let details: [Detail]
  /// virsh's words behind "for domain 'x'": empty, or what follows the name.
  public let text: String

  /// One detail of an event.
  public struct Detail: Sendable, Hashable {
    /// The detail's name in JSON.
    public let key: String
    /// Its value: a number stays a number.
    public let value: Value

    /// A detail's value.
    public enum Value: Sendable, Hashable {
      case text(String)
      case number(Int64)
    }

    /// A detail in words.
    init(_ key: String, _ text: String) { (self.key, value) = (key, .text(text)) }
    /// A detail that is a number.
    init(_ key: String, number: Int64) { (self.key, value) = (key, .number(number)) }
  }

  /// Reads an event as a driver delivers it.
  public init(_ event: DriverEvent) {
    let id = event.kind.domainEvent
    name = DomainEventNames.name(of: id)
    domain = event.domain
    let description = DomainEventDescription(event.message)
    details = description.details
    text = description.text
  }

  /// The line that virsh prints, without its newline.
  public var line: String { "event '\(name)' for domain '\(domain.name)'\(text)" }
}

/// The names of domain events, by `virDomainEventID`.
public enum DomainEventNames {
  /// All names, in the order of their numbers, as `event --list` prints them.
  public static let all = [
    "lifecycle", "reboot", "rtc-change", "watchdog", "io-error", "graphics", "io-error-reason", "control-error", "block-job",
    "disk-change", "tray-change", "pm-wakeup", "pm-suspend", "balloon-change", "pm-suspend-disk", "device-removed",
    "block-job-2", "tunable", "agent-lifecycle", "device-added", "migration-iteration", "job-completed",
    "device-removal-failed", "metadata-change", "block-threshold", "memory-failure", "memory-device-size-change",
  ]

  /// The event of a name, or nil.
  public static func event(named name: String) -> DomainEventID? {
    all.firstIndex(of: name).flatMap { DomainEventID(rawValue: Int32($0)) }
  }

  /// The name of an event; its number where it is newer than the list.
  public static func name(of event: DomainEventID) -> String {
    all.indices.contains(Int(event.rawValue)) ? all[Int(event.rawValue)] : "\(event.rawValue)"
  }
}
