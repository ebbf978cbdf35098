import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct MemTune: Command {
  static let info = CommandInfo(
    "memtune", group: .domain, abstract: "show or set the limits of a domain's memory",
    description: "Show how much of the host's memory a domain may use, or set it. Without a unit sizes count KiB; -1 is no limit.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(
    \._domain, \._hardLimit, \._softLimit, \._swapHardLimit, \._minGuarantee, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("hard-limit", "what it may never exceed") var hardLimit: Given<MemoryLimit>
  @Option("soft-limit", "what it is held to when memory is short") var softLimit: Given<MemoryLimit>
  @Option("swap-hard-limit", "what memory and swap together may never exceed") var swapHardLimit: Given<MemoryLimit>
  @Option("min-guarantee", "what it gets in any case") var minGuarantee: Given<MemoryLimit>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let options = [
      (hardLimit, "hard_limit"), (softLimit, "soft_limit"), (swapHardLimit, "swap_hard_limit"), (minGuarantee, "min_guarantee"),
    ]
    let changes = try options.compactMap { option, field in
      try option.value().map { TypedParameter(field: field, value: .ullong($0.kibibytes)) }
    }
    guard changes.isEmpty else {
      try await explaining("Unable to change memory parameters") { try await domain.setMemoryParameters(changes, impact) }
      return .done.changed(domain, impact, in: context)
    }
    let parameters = try await domain.memoryParameters(impact).explained(
      "Unable to get number of memory parameters", "Unable to get memory parameters")
    return .fields(parameters.map(Self.field), layout: .aligned(15))
  }

  private static func field(_ parameter: TypedParameter) -> Field {
    guard case .ullong(let limit) = parameter.value else {
      return Field(parameter.field, key: parameter.field, CellValue(parameter.value), text: parameter.value.text)
    }
    guard limit != MemoryLimit.unlimited else { return Field(parameter.field, key: parameter.field, .null, text: "unlimited") }
    return Field(parameter.field, key: parameter.field, .bytes(kibibytes: limit), text: "\(limit)")
  }
}
