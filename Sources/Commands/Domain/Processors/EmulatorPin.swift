import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct EmulatorPin: Command {
  static let info = CommandInfo(
    "emulatorpin", group: .domain, abstract: "show or set where a domain's emulator runs",
    description: "Show the host's processors that a domain's emulator may run on, or pin it. The list is as 0-3,^2; r means all.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._cpulist, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("cpulist", "the host's processors, or r for all", emptyOK: true, complete: "domain-cpulist") var cpulist: Given<CPUList>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current)
    let domain = try await context.domain(domain)
    let list = try cpulist.value()
    let cpus = try await domain.connection.cpuCount()
    guard let list else { return Outcome(EmulatorAffinity(cpus: try await domain.emulatorAffinity(of: cpus, impact ?? .current))) }
    try await domain.pinEmulator(to: try list.cpus(of: cpus), impact ?? .live)
    return .done.changed(domain, impact, in: context)
  }
}

/// The host CPUs that the emulator's threads may run on.
private struct EmulatorAffinity: Answer {
  let cpus: CPUSet

  func write(on page: inout Page) {
    page.line("emulator: CPU Affinity", .extra)
    page.line(String(repeating: "-", count: 34), .extra)
    page.write("       *: ", .extra)
    page.line("\(cpus)")
  }

  var rows: Rowset? { Rowset(keys: ["affinity"], rows: [[cpus.cell]]) }
  func encode(to encoder: any Encoder) throws { try Record(keys: ["affinity"], values: [cpus.cell]).encode(to: encoder) }
}
