import XMLTree

extension DomainRules {
  private static let modes = ["custom", "host-model", "host-passthrough", "maximum"]

  /// Which CPU the guest sees.
  static let cpu = ElementRule.group(
    "cpu",
    [
      .choice("mode", modes).or(.unsupported("Invalid mode attribute '%'")), .choice("match", ["minimum", "exact", "strict"]),
      .choice("check", ["none", "partial", "full"]),
      .onOff("migratable"),
    ], [model, .text("vendor"), topology, cache, addressBits, feature.many, numa]
  ) { (output, input) throws(DefinitionError) in
    guard input.elements("cache").count < 2 else { throw .xml("at most one CPU cache element may be specified") }
    var output = output
    let mode = output[attribute: "mode"]
    if var model = output[child: "model"], model.text.isEmpty {
      // Without a name only the maker is kept.
      model[attribute: "fallback"] = nil
      output[child: "model"] = model.attributes.isEmpty ? nil : model
    }
    let isNamed = output[child: "model"]?.text.isEmpty == false
    if output[attribute: "migratable"] != nil, mode != "host-passthrough", mode != "maximum" {
      throw .unsupported("Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode")
    }
    if output[child: "vendor"] != nil, !isNamed {
      throw .xml("CPU vendor specified without CPU model")
    }
    if mode == "host-model" || mode == "host-passthrough" || mode == "maximum" {
      output[attribute: "match"] = nil
      if mode == "maximum" || mode == "host-passthrough" {
        output[child: "model"] = nil
        output[child: "vendor"] = nil
      }
    } else if isNamed {
      if mode == nil { output.attributes.insert(XMLAttribute("mode", "custom"), at: 0) }
      if output[attribute: "match"] == nil { output.insert("match", "exact", after: ["mode"]) }
    } else {
      if output[child: "feature"] != nil { throw .xml("Non-empty feature list specified without CPU model") }
      if output[attribute: "check"] != nil { throw .unsupported("check attribute specified for CPU with no model") }
      output.attributes = []
    }
    var names: Set<String> = []
    for name in output.elements("feature").compactMap({ $0[attribute: "name"] }) {
      guard !name.isEmpty else { throw .xml("Invalid CPU feature name") }
      guard names.insert(name).inserted else { throw .xml("CPU feature '\(name)' specified more than once") }
    }
    return output
  }

  private static let model = ElementRule.element(
    "model",
    [
      .choice("fallback", ["allow", "forbid"]).or("allow").or(.unsupported("Invalid fallback attribute")), .any("vendor_id"),
    ], text: .any
  ) { (output, _) throws(DefinitionError) in
    guard let vendor = output[attribute: "vendor_id"], !vendor.isEmpty else {
      var output = output
      output[attribute: "vendor_id"] = nil
      return output
    }
    guard vendor.utf8.count == 12 else { throw .xml("vendor_id must be exactly 12 characters long") }
    guard !vendor.contains(",") else { throw .xml("vendor id is invalid") }
    return output
  }

  private static let topology = ElementRule.element(
    "topology",
    [
      .positive("sockets").required, .positive("dies").or("1"), .positive("cores").required, .positive("threads").required,
    ])

  private static let cache = ElementRule.element(
    "cache",
    [
      .count("level"), .choice("mode", ["emulate", "passthrough", "disable"]).required,
    ]
  ) { (output, _) throws(DefinitionError) in
    if let level = output[attribute: "level"].flatMap({ UInt32($0) }), !(1...3).contains(level) {
      throw .xml("invalid CPU cache level, must be in range [1,3]")
    }
    return output
  }

  private static let addressBits = ElementRule.element(
    "maxphysaddr", [.choice("mode", ["emulate", "passthrough"]).required, .count("bits")])

  private static let feature = ElementRule.element(
    "feature",
    [
      .choice("policy", ["force", "require", "optional", "disable", "forbid"]).or("require").or(.unsupported("Invalid CPU feature policy")),
      .any("name").required(.xml("Invalid CPU feature name")),
    ])
}
