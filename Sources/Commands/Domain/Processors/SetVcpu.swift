import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct SetVcpu: Command {
  static let info = CommandInfo(
    "setvcpu", group: .domain, abstract: "plug a guest's processors in or out",
    description: "Plug single processors of a guest in or out, as far as it has places for them.",
    exclusive: [["enable", "disable"], ["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._vcpulist, \._enable, \._disable, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("vcpulist", "the numbers of the guest's processors", .required, complete: "domain-vcpulist") var vcpulist: Given<String>
  @Flag("enable", "plug them in") var enable
  @Flag("disable", "plug them out") var disable
  @Flag("config", "for the next start") var config
  @Flag("live", "in the running domain") var live
  @Flag("current", "in whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    guard enable || disable else { throw CommandFailure("one of --enable, --disable is required") }
    let list = try vcpulist.required()
    let domain = try await context.domain(domain)
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    try await domain.setVcpu(list, isOn: enable, impact)
    return .done.changed(domain, impact, in: context)
  }
}
