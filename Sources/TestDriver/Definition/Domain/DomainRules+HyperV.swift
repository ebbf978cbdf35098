import XMLTree

extension DomainRules {
  private static let state = AttributeRule.onOff("state").required

  private static let enlightenments: [ElementRule] = [
    .element("relaxed", [state]), .element("vapic", [state]), spinlocks, .element("vpindex", [state]), .element("runtime", [state]),
    .element("synic", [state]), stimer, .element("reset", [state]), vendor, .element("frequencies", [state]),
    .element("reenlightenment", [state]), .element("tlbflush", [state]), .element("ipi", [state]), .element("evmcs", [state]),
    .element("avic", [state]),
  ]

  /// What a Windows guest is told about its host.
  static let hyperv = ElementRule.element("hyperv", [.choice("mode", ["custom", "passthrough"]).or("custom")], enlightenments) {
    (output, input) throws(DefinitionError) in
    let names = Set(enlightenments.map(\.name))
    for element in input.elements where !names.contains(element.name) {
      throw .unsupported("unsupported HyperV Enlightenment feature: \(element.name)")
    }
    return output
  }

  private static let spinlocks = ElementRule.element("spinlocks", [state]) { (output, input) throws(DefinitionError) in
    guard output[attribute: "state"] == "on" else { return output }
    let retries = try AttributeRule.unsigned("retries").required.value(in: input).flatMap { UInt64($0) } ?? 0
    guard retries >= 4095 else { throw .xml("HyperV spinlock retry count must be at least 4095") }
    var output = output
    output[attribute: "retries"] = String(retries)
    return output
  }

  private static let stimer = ElementRule.element("stimer", [state]) { (output, input) throws(DefinitionError) in
    guard output[attribute: "state"] == "on" else { return output }
    var output = output
    for element in input.elements {
      guard element.name == "direct" else { throw .unsupported("unsupported Hyper-V stimer feature: \(element.name)") }
      if let direct = try ElementRule.element("direct", [state]).apply(element) {
        output.children = direct[attribute: "state"] == "on" ? [.element(direct)] : []
      }
    }
    return output
  }

  private static let vendor = ElementRule.element("vendor_id", [state]) { (output, input) throws(DefinitionError) in
    guard output[attribute: "state"] == "on" else { return output }
    guard let value = input[attribute: "value"] else { throw .xml("missing 'value' attribute for HyperV feature 'vendor_id'") }
    guard value.utf8.count <= 12 else { throw .xml("HyperV vendor_id value must not be more than 12 characters.") }
    guard !value.contains(",") else { throw .xml("HyperV vendor_id value is invalid") }
    var output = output
    output[attribute: "value"] = value
    return output
  }
}
