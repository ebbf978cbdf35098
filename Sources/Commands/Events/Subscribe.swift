import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

/// Shows events while other things are done.
struct Subscribe: Command {
  static let info = CommandInfo(
    "subscribe", group: .events, abstract: "show events as they happen, while other commands run",
    description: """
      Show events of a domain, or of all, as they happen: above the prompt, or among the output of a script.
      They go on after a lost connection is back, and end with 'unsubscribe', 'disconnect' or a 'connect' that names a host.
      Lifecycle events unless said otherwise.
      """,
    exclusive: [["all", "event"]], ours: true)
  static let options = OptionTable<Self>(\._domain, \._event, \._all)

  @Option("domain", "only events of this domain", complete: "domain") var domain: Given<String>
  @Option("event", "which kind of event", complete: "domain-event-name") var event: Given<String>
  @Flag("all", "all kinds of events") var all

  func run(in context: Context) async throws -> Outcome {
    let kinds = try DomainEventNames.kinds(all: all, named: try event.value() ?? "lifecycle")
    let domain = domain.isGiven ? try await context.domain(domain) : nil
    try await context.session.subscribe(kinds, domain?.ref)
    return .done
  }
}

/// Ends what `subscribe` began.
struct Unsubscribe: Command {
  static let info = CommandInfo(
    "unsubscribe", group: .events, abstract: "show no more events", description: "End all that 'subscribe' began.",
    needsConnection: false, ours: true)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    guard await context.session.unsubscribe() > 0 else { throw CommandFailure("nothing is subscribed to") }
    return .done
  }
}

extension DomainEventNames {
  /// The kinds of events that a command is to show; throws virsh's words for a name that is none.
  static func kinds(all: Bool, named name: String?) throws -> [DomainEventID] {
    if all { return self.all.compactMap(event(named:)) }
    guard let name else { throw CommandFailure("one of --list, --all, or --event <type> is required") }
    guard let kind = event(named: name) else { throw CommandFailure("unknown event type \(name)") }
    return [kind]
  }
}
