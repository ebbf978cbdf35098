import LibvirtProtocol
import XMLTree

extension DomainRules {
  private static func limit(_ name: String) -> ElementRule {
    ElementRule(name: name) { (output, input) throws(DefinitionError) in
      let number = name.hasSuffix("quota") ? Number.signed(input.text) : Number.unsigned(input.text).map { Int64(clamping: $0) }
      guard let value = number else { throw .xml("can't parse cputune \(name.replacing("_", with: " ")) value") }
      guard value != 0 || name == "shares" else { return nil }
      var output = output
      output.children = [.text(String(value))]
      return output
    }
  }

  private static let limits = ["shares"] + ["", "global_", "emulator_", "iothread_"].flatMap { [$0 + "period", $0 + "quota"] }

  /// Whether the limits are such as the kernel takes.
  static func checkLimits(_ tune: XMLElement) throws(DefinitionError) {
    for name in limits {
      guard let value = tune[child: name].flatMap({ Int64($0.text) }), value != 0 else { continue }
      let isQuota = name.hasSuffix("quota")
      let range: ClosedRange<Int64> = name == "shares" ? 2...262_144 : isQuota ? 1000...17_592_186_044_415 : 1000...1_000_000
      guard isQuota && value < 0 || range.contains(value) else {
        throw .unsupported("Value of cputune '\(name)' must be in range [\(range.lowerBound), \(range.upperBound)]")
      }
    }
  }

  /// Shares of processor time, and which host CPUs may be used.
  static let cputune = ElementRule.group(
    "cputune", [],
    limits.map { limit($0) } + [
      pin("vcpupin", [.unsigned("vcpu").required]).many, pin("emulatorpin", []).only(.xml("only one emulatorpin is supported")),
      pin("iothreadpin", [.positive("iothread").required]).many,
      scheduler("emulatorsched", nil), scheduler("vcpusched", "vcpus").many, scheduler("iothreadsched", "iothreads").many,
    ] + resourceControl
  ) { (output, _) throws(DefinitionError) in
    var output = output
    // libvirt keeps pinning with the CPU, so it comes out in the order of CPUs.
    output.sort("vcpupin") { Int($0[attribute: "vcpu"] ?? "") ?? 0 }
    output.sort("vcpusched") { Int($0[attribute: "vcpus"] ?? "") ?? 0 }
    return output
  }

  private static func pin(_ name: String, _ attributes: [AttributeRule]) -> ElementRule {
    ElementRule.element(name, attributes) { (output, input) throws(DefinitionError) in
      // Only pins of threads that there are have to say where; see the completion.
      guard let set = input[attribute: "cpuset"] else { return output }
      var output = output
      output[attribute: "cpuset"] = try cpuSet(set)
      return output
    }
  }

  private static func scheduler(_ name: String, _ key: String?) -> ElementRule {
    ElementRule.element(
      name,
      (key.map { [AttributeRule.any($0).required(.xml("Missing attribute '\($0)' in element '\(name)'"))] } ?? []) + [
        .choice("scheduler", ["batch", "idle", "fifo", "rr"]).required, .signed("priority"),
      ]
    ) { (output, _) throws(DefinitionError) in
      var output = output
      if let key {
        let text = output[attribute: key] ?? ""
        guard let set = CPUSet(text) else { throw .invalid("Failed to parse bitmap '\(text)'") }
        guard !set.isEmpty else { throw .unsupported("'\(key)' scheduler bitmap '\(text)' is empty") }
        output[attribute: key] = set.description
      }
      switch output[attribute: "scheduler"] {
      case "fifo", "rr":
        guard output[attribute: "priority"] != nil else { throw .xml("Missing required attribute 'priority' in element '\(name)'") }
      default: output[attribute: "priority"] = nil
      }
      return output
    }
  }
}

extension XMLElement {
  /// Puts the children of one name into order, in the places that they have together.
  mutating func sort<Key: Comparable>(_ name: String, by key: (XMLElement) -> Key) {
    let indices = children.indices.filter { if case .element(let element) = children[$0] { element.name == name } else { false } }
    let sorted = elements(name).enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
    for (index, item) in zip(indices, sorted) { children[index] = .element(item.element) }
  }
}
