import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct IOThreadInfoCommand: Command {
  static let info = CommandInfo(
    "iothreadinfo", group: .domain, abstract: "list a domain's I/O threads",
    description: "List a domain's I/O threads and the host's processors that each may run on.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let threads = try await explaining("Unable to get domain IOThreads information") { try await domain.ioThreads(impact) }
    if threads.isEmpty {
      return Outcome(EmptyList(note: "No IOThreads found for the domain", terminator: "", keys: ["iothread", "affinity"]))
    }
    return .table(
      threads,
      columns: [
        Column("IOThread ID", key: "iothread", value: { .integer($0.iothreadId) }),
        Column("CPU Affinity", key: "affinity", value: { CPUSet(map: $0.cpumap.bytes).cell }, show: { "\(CPUSet(map: $0.cpumap.bytes))" }),
      ])
  }
}
