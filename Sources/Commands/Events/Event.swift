import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct Event: Command {
  static let info = CommandInfo(
    "event", group: .events, abstract: "wait for events of domains",
    description: "Wait for an event of a domain, or of any, and print it; with --loop, print events as they happen.",
    exclusive: [["all", "event"], ["list", "all"], ["list", "event"]])
  static let options = OptionTable<Self>(\._domain, \._event, \._all, \._loop, \._timeout, \._list, \._timestamp)

  @Option("domain", "only events of this domain", complete: "domain") var domain: Given<String>
  @Option("event", "which kind of event", complete: "domain-event-name") var event: Given<String>
  @Flag("all", "all kinds of events") var all
  @Flag("loop", "go on after the first event") var loop
  @Option("timeout", "give up after this many seconds") var timeout: Given<TimeoutSeconds>
  @Flag("list", "print the kinds of events there are") var list
  @Flag("timestamp", "print the time of each event") var timestamp

  func run(in context: Context) async throws -> Outcome {
    if list { return Outcome(Lines(DomainEventNames.all, key: "event")) }
    let kinds = try DomainEventNames.kinds(all: all, named: all ? nil : try event.value())
    let timeout = try timeout.value()
    let domain = domain.isGiven ? try await context.domain(domain) : nil
    let connection = try await context.connection
    let series = EventSeries(
      try await connection.domainEvents(kinds, of: domain), timeout: timeout?.duration, goesOn: loop, showsTime: timestamp,
      interruption: context.interruption)
    return Outcome(live: Live(series) { end, count in series.conclusion(end, count) })
  }
}
