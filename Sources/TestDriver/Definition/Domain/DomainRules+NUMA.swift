import LibvirtProtocol
import XMLTree

extension DomainRules {
  private static let modes = ["strict", "preferred", "interleave", "restrictive"]
  private static let mode = AttributeRule.choice("mode", modes).or(.unsupported("Unsupported NUMA memory tuning mode '%'"))

  /// From which cells of the host the memory comes.
  static let numatune = ElementRule.group("numatune", [], [hostMemory, memnode.many]) { (output, _) throws(DefinitionError) in
    var cells: Set<String> = []
    for id in output.elements("memnode").compactMap({ $0[attribute: "cellid"] }) {
      guard cells.insert(id).inserted else { throw .xml("Multiple memnode elements with cellid \(id)") }
    }
    return output
  }

  private static let hostMemory = ElementRule.element(
    "memory",
    [
      mode.or("strict"), .choice("placement", ["static", "auto"]).or(.unsupported("Unsupported NUMA memory placement mode '%'")),
      .any("nodeset"),
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    if let nodes = output[attribute: "nodeset"] { output[attribute: "nodeset"] = try cpuSet(nodes, of: "nodeset") }
    switch output[attribute: "placement"] {
    case "auto": output[attribute: "nodeset"] = nil
    case nil where output[attribute: "nodeset"] == nil && input[attribute: "mode"] == nil: return nil
    default:
      guard output[attribute: "nodeset"] != nil else {
        throw .unsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'")
      }
      output[attribute: "placement"] = nil
    }
    return output
  }

  private static let memnode = ElementRule.element(
    "memnode",
    [
      .unsigned("cellid").required, .choice("mode", modes).or("strict"),
      .any("nodeset").required(.xml("Missing required nodeset attribute in memnode element")),
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    output[attribute: "nodeset"] = try cpuSet(output[attribute: "nodeset"] ?? "")
    return output
  }

  /// The guest's own cells.
  static let numa = ElementRule.element("numa", [], [cell.many, interconnects]) { (output, _) throws(DefinitionError) in
    guard output[child: "cell"] != nil else { throw .xml("NUMA topology defined without NUMA cells") }
    return output
  }

  private static let cell = ElementRule.element("cell") { (output, input) throws(DefinitionError) in
    var output = output
    if let id = try AttributeRule.unsigned("id").value(in: input) { output[attribute: "id"] = id }
    if let cpus = input[attribute: "cpus"] {
      guard let set = CPUSet(cpus) else { throw .invalid("Failed to parse bitmap '\(cpus)'") }
      if !set.isEmpty { output[attribute: "cpus"] = set.description }
    }
    guard let memory = input[attribute: "memory"] else { throw .xml("missing element or attribute './@memory'") }
    output[attribute: "memory"] = String(try ScaledSize.kibibytes(memory, unit: input[attribute: "unit"], name: "./@memory"))
    output[attribute: "unit"] = "KiB"
    for rule in [AttributeRule.choice("memAccess", ["shared", "private"]), .yesNo("discard")] {
      if let value = try rule.value(in: input) { output[attribute: rule.name] = value }
    }
    if let distances = input[child: "distances"], let made = try distance.apply(distances) { output.children.append(.element(made)) }
    var levels: Set<String> = []
    for element in input.elements("cache") {
      let made = try cellCache(element, input[attribute: "id"] ?? "0")
      let level = made[attribute: "level"] ?? ""
      guard levels.insert(level).inserted else { throw .xml("Cache level '\(level)' already defined") }
      output.children.append(.element(made))
    }
    return output
  }

  private static let distance = ElementRule.group(
    "distances", [],
    [
      ElementRule.element("sibling", [.unsigned("id").required, .unsigned("value").required]).many
    ])
}
