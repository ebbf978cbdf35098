import XMLTree

extension DomainRules {
  private static let modes = ["custom", "host-model", "host-passthrough", "maximum"]

  /// Which CPU the guest sees.
  static let cpu = ElementRule.group("cpu", [
    .choice("mode", modes), .choice("match", ["minimum", "exact", "strict"]), .choice("check", ["none", "partial", "full"]),
    .onOff("migratable"),
  ], [model, .text("vendor"), topology, cache, addressBits, feature.many, numa]) { (output, _) throws(DefinitionError) in
    var output = output
    let mode = output[attribute: "mode"]
    if output[attribute: "migratable"] != nil, mode != "host-passthrough", mode != "maximum" {
      throw .unsupported("Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode")
    }
    if mode == "host-model" || mode == "host-passthrough" || mode == "maximum" {
      output[attribute: "match"] = nil
      if output[child: "model"]?.text.isEmpty != false { output[child: "model"] = nil }
    } else if mode == nil, output[child: "model"] != nil {
      output.attributes.insert(XMLAttribute("mode", "custom"), at: 0)
      if output[attribute: "match"] == nil { output.insert("match", "exact", after: ["mode"]) }
    }
    return output
  }

  private static let model = ElementRule.element("model", [
    .choice("fallback", ["allow", "forbid"]).or("allow"), .any("vendor_id"),
  ], text: .any)

  private static let topology = ElementRule.element("topology", [
    .positive("sockets").required, .positive("dies").or("1"), .positive("cores").required, .positive("threads").required,
  ])

  private static let cache = ElementRule.element("cache", [
    .unsigned("level"), .choice("mode", ["emulate", "passthrough", "disable"]).required,
  ])

  private static let addressBits = ElementRule.element("maxphysaddr", [.choice("mode", ["emulate", "passthrough"]).required, .unsigned("bits")])

  private static let feature = ElementRule.element("feature", [
    .choice("policy", ["force", "require", "optional", "disable", "forbid"]).or("require"), .any("name").required,
  ])

  private static let numa = ElementRule.group("numa", [], [cell.many])

  private static let cell = ElementRule.element("cell") { (output, input) throws(DefinitionError) in
    var output = output
    if let id = try AttributeRule.unsigned("id").value(in: input) { output[attribute: "id"] = id }
    if let cpus = input[attribute: "cpus"] { output[attribute: "cpus"] = try cpuSet(cpus) }
    guard let memory = input[attribute: "memory"] else { throw .xml("missing element or attribute './@memory'") }
    output[attribute: "memory"] = String(try ScaledSize.kibibytes(memory, unit: input[attribute: "unit"], name: "./@memory"))
    output[attribute: "unit"] = "KiB"
    for rule in [AttributeRule.choice("memAccess", ["shared", "private"]), .yesNo("discard")] {
      if let value = try rule.value(in: input) { output[attribute: rule.name] = value }
    }
    if let distances = input[child: "distances"], let made = try distance.apply(distances) { output.children.append(.element(made)) }
    return output
  }

  private static let distance = ElementRule.group("distances", [], [
    ElementRule.element("sibling", [.unsigned("id").required, .unsigned("value").required]).many
  ])
}
