import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct IOThreadDel: Command {
  static let info = CommandInfo(
    "iothreaddel", group: .domain, abstract: "take an I/O thread from a domain",
    description: "Remove an I/O thread that nothing uses from a domain.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._id, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("id", "the thread's number", .required, complete: "domain-io-thread-id") var id: Given<Int32>
  @Flag("config", "for the next start") var config
  @Flag("live", "in the running domain") var live
  @Flag("current", "in whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    try await domain.deleteIOThread(id.ioThread(), impact)
    return .done.changed(domain, impact, in: context)
  }
}
