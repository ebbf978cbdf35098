import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct IOThreadPin: Command {
  static let info = CommandInfo(
    "iothreadpin", group: .domain, abstract: "set where an I/O thread of a domain runs",
    description: "Pin an I/O thread of a domain to some of the host's processors. The list is as 0-3,^2; r means all.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._iothread, \._cpulist, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("iothread", "the thread's number", .required, complete: "domain-io-thread-id") var iothread: Given<UInt32>
  @Option("cpulist", "the host's processors, or r for all", .required, complete: "domain-cpulist") var cpulist: Given<CPUList>
  @Flag("config", "for the next start") var config
  @Flag("live", "in the running domain") var live
  @Flag("current", "in whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let id = try iothread.required()
    let list = try cpulist.required()
    let cpus = try list.cpus(of: await domain.connection.cpuCount())
    try await domain.pinIOThread(id, to: cpus, impact)
    return .done.changed(domain, impact, in: context)
  }
}
