/// What a survey of domains asks for. Each topic costs calls, so only what is wanted is asked.
public struct DomainTopics: OptionSet, Sendable, Hashable {
  /// The topics as bits.
  public let rawValue: Int
  /// Topics by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// State and reason.
  public static let state = DomainTopics(rawValue: 1 << 0)
  /// How many processors there are, and how many there may be.
  public static let processors = DomainTopics(rawValue: 1 << 1)
  /// Memory, and the most there may be.
  public static let memory = DomainTopics(rawValue: 1 << 2)
  /// Processor time.
  public static let processorTime = DomainTopics(rawValue: 1 << 3)
  /// Whether the host starts it.
  public static let autostart = DomainTopics(rawValue: 1 << 4)
  /// Whether it stays when it ends.
  public static let persistence = DomainTopics(rawValue: 1 << 5)
  /// Whether the next start resumes from a saved state.
  public static let managedSave = DomainTopics(rawValue: 1 << 6)
  /// Whether it has snapshots.
  public static let snapshots = DomainTopics(rawValue: 1 << 7)
  /// The XML of what runs, or would run.
  public static let definition = DomainTopics(rawValue: 1 << 8)
  /// For what runs and stays, the XML of the next start as well.
  public static let nextDefinition = DomainTopics(rawValue: 1 << 9)
  /// Addresses of running guests from the host's DHCP leases and its ARP table.
  public static let addresses = DomainTopics(rawValue: 1 << 10)
}
