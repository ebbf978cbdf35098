import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct SetMem: Command {
  static let info = CommandInfo(
    "setmem", group: .domain, abstract: "change the memory a guest may use",
    description: "Change how much memory a guest has now. Without a unit the size counts KiB.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._size, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("size", "the new size, as 524288, 512M or 1GiB", .required, aliases: ["kilobytes"]) var size: Given<KiB>
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let domain = try await context.domain(domain)
    let size = try size.required()
    let impact = DomainModificationImpact(config: config, live: live, current: current)
    try await domain.setMemory(size.kibibytes, impact ?? .live, canBeOlder: context.dialect == .virtsh)
    return .done.changed(domain, impact, in: context)
  }
}

struct SetVcpus: Command {
  static let info = CommandInfo(
    "setvcpus", group: .domain, abstract: "change the number of a guest's processors",
    description: "Change how many processors a guest has.",
    exclusive: [["current", "live"], ["current", "config"], ["guest", "config"]])
  static let options = OptionTable<Self>(
    \._domain, \._count, \._maximum, \._config, \._live, \._current, \._guest, \._hotpluggable)

  @Option(domain: "domain") var domain: Given<String>
  @Option("count", "how many processors", .required) var count: Given<UInt32>
  @Flag("maximum", "change the most that the guest may have") var maximum
  @Flag("config", "change the next start") var config
  @Flag("live", "change the running domain") var live
  @Flag("current", "change whichever of the two is current") var current
  @Flag("guest", "let the guest's agent switch them on or off") var guest
  @Flag("hotpluggable", "let them be taken away again") var hotpluggable

  func run(in context: Context) async throws -> Outcome {
    if maximum, !config { throw CommandFailure("Option --config is required by option --maximum") }
    let domain = try await context.domain(domain)
    let count = try count.required()
    guard count > 0 else { throw CommandFailure("Can't set 0 processors for a VM") }
    var flags: DomainVcpuFlags = []
    if config { flags.insert(.config) }
    if live { flags.insert(.live) }
    if maximum { flags.insert(.maximum) }
    if guest { flags.insert(.guest) }
    if hotpluggable { flags.insert(.hotpluggable) }
    try await domain.setVcpus(count, flags.isEmpty && !current ? nil : flags)
    return .done.changed(domain, DomainModificationImpact(config: config, live: live, current: current), in: context)
  }
}
