import CommandLanguage
import Libvirt
import LibvirtProtocol
import Presentation

struct NumaTune: Command {
  static let info = CommandInfo(
    "numatune", group: .domain, abstract: "show or set where a domain's memory comes from",
    description: "Show from which of the host's NUMA cells a domain gets its memory and how, or set it.",
    exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._mode, \._nodeset, \._config, \._live, \._current)

  @Option(domain: "domain") var domain: Given<String>
  @Option("mode", "strict, preferred, interleave or restrictive", complete: "domain-numatune-mode") var mode: Given<String>
  @Option("nodeset", "the cells, as 0-3,^2") var nodeset: Given<String>
  @Flag("config", "of the next start") var config
  @Flag("live", "of the running domain") var live
  @Flag("current", "of whichever of the two is current") var current

  private static let modes = ["strict", "preferred", "interleave", "restrictive"]

  func run(in context: Context) async throws -> Outcome {
    let impact = DomainModificationImpact(config: config, live: live, current: current) ?? .current
    let domain = try await context.domain(domain)
    let changes = try changes()
    guard changes.isEmpty else {
      try await explaining("Unable to change numa parameters") { try await domain.setNUMAParameters(changes, impact) }
      return .done.changed(domain, impact, in: context)
    }
    let parameters = try await domain.numaParameters(impact).explained(
      "Unable to get number of memory parameters", "Unable to get numa parameters")
    return .fields(parameters.map(Self.field), layout: .aligned(15))
  }

  private func changes() throws -> [TypedParameter] {
    var changes: [TypedParameter] = []
    if let nodeset = try nodeset.value() { changes.append(TypedParameter(field: "numa_nodeset", value: .string(nodeset))) }
    if let mode = try mode.value() {
      // A number may mean a mode that only the host knows.
      guard let number = Self.modes.firstIndex(of: mode).map({ Int32($0) }) ?? Int32(cLiteral: mode) else {
        throw CommandFailure("Invalid mode: \(mode)")
      }
      changes.append(TypedParameter(field: "numa_mode", value: .int(number)))
    }
    return changes
  }

  private static func field(_ parameter: TypedParameter) -> Field {
    switch parameter.value {
    case .int(let mode) where parameter.field == "numa_mode":
      let name = modes.indices.contains(Int(mode)) ? modes[Int(mode)] : "(null)"
      return Field(parameter.field, key: parameter.field, .string(name))
    case .string(let nodes) where parameter.field == "numa_nodeset":
      return Field(parameter.field, key: parameter.field, nodes.isEmpty ? .list([]) : CPUSet(nodes)?.cell ?? .string(nodes), text: nodes)
    default: return Field(parameter.field, key: parameter.field, CellValue(parameter.value), text: parameter.value.text)
    }
  }
}
