import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct SetMaxMem: Command {
  static let info = CommandInfo(
    "setmaxmem", group: .domain, abstract: "change the most memory a guest may have",
    description: "Change the most memory that a guest may have. Without a unit the size counts KiB.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._size, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("size", "the new size, as 524288, 512M or 1GiB", .required, aliases: ["kilobytes"]) var size: Given<KiB>
  @Flag("config", "for the next start") var config
  @Flag("live", "in the running domain") var live
  @Flag("current", "in whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let size = try size.required()
    let impact = DomainModificationImpact(config: config, live: live, current: current)
    try await explaining("Unable to change MaxMemorySize") {
      try await domain.setMaxMemory(size.kibibytes, impact ?? .current)
    }
    return .done.changed(domain, impact, in: context)
  }
}
