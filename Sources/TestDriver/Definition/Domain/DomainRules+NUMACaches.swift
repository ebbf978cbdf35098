import XMLTree

extension DomainRules {
  /// A cache between the processors of a cell and its memory.
  static func cellCache(_ input: XMLElement, _ cell: String) throws(DefinitionError) -> XMLElement {
    func missing(_ name: String) -> DefinitionError { .xml("Missing '\(name)' attribute in cache element for NUMA node \(cell)") }
    guard let text = input[attribute: "level"] else { throw missing("level") }
    guard let level = Number.unsigned(text, anyBase: true), level > 0, level <= UInt64(UInt32.max) else {
      throw .xml("Invalid 'level' attribute in cache element for NUMA node \(cell)")
    }
    guard let associativity = input[attribute: "associativity"] else { throw missing("associativity") }
    guard ["none", "direct", "full"].contains(associativity) else { throw .xml("Invalid cache associativity '\(associativity)'") }
    let policy = input[attribute: "policy"] ?? "(null)"
    guard ["none", "writeback", "writethrough"].contains(policy) else { throw .xml("Invalid cache policy '\(policy)'") }
    return XMLElement(
      "cache",
      attributes: [
        XMLAttribute("level", String(level)), XMLAttribute("associativity", associativity), XMLAttribute("policy", policy),
      ], children: [.element(try cacheSize("size", "KiB", input)), .element(try cacheSize("line", "B", input))])
  }

  private static func cacheSize(_ name: String, _ unit: String, _ cache: XMLElement) throws(DefinitionError) -> XMLElement {
    let path = "./\(name)/@value"
    guard let text = cache[child: name]?[attribute: "value"] else { throw .xml("missing element or attribute '\(path)'") }
    // libvirt looks for the unit where there is none, and takes the one that it writes.
    let bytes = try ScaledSize.bytes(text, unit: unit, defaultScale: 1, name: path)
    let value = unit == "KiB" ? bytes / 1024 : bytes
    return XMLElement(name, attributes: [XMLAttribute("value", String(value)), XMLAttribute("unit", unit)])
  }

  private static let kinds = AttributeRule.choice("type", ["access", "read", "write"]).required
  private static let ends: [AttributeRule] = [
    .unsigned("initiator").required, .unsigned("target").required, .positive("cache"), kinds, .large("value").required,
  ]

  /// How long it takes from cell to cell, and how much goes through.
  static let interconnects = ElementRule.group(
    "interconnects", [],
    [
      connection("latency", []).many, connection("bandwidth", [.any("unit")]).many,
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    for index in output.children.indices {
      guard case .element(var element) = output.children[index], element.name == "bandwidth" else { continue }
      let text = element[attribute: "value"] ?? ""
      element[attribute: "value"] = String(try ScaledSize.kibibytes(text, unit: element[attribute: "unit"], name: "./@value"))
      element[attribute: "unit"] = "KiB"
      output.children[index] = .element(element)
    }
    return output
  }

  private static func connection(_ name: String, _ more: [AttributeRule]) -> ElementRule {
    let rule = ElementRule.element(name, ends + more)
    return ElementRule.element(name) { (_, input) throws(DefinitionError) in
      // libvirt asks for the value before it reads the rest.
      _ = try AttributeRule.large("value").required.value(in: input)
      return try rule.apply(input)
    }
  }
}

extension DomainCompletion {
  /// Connections begin in cells with processors, and end in cells and caches that there are.
  func checkInterconnects(_ numa: XMLElement, _ cells: [XMLElement]) throws(DefinitionError) {
    var seen: Set<[String?]> = []
    for connection in numa[child: "interconnects"]?.elements ?? [] {
      let ends = ["initiator", "target", "cache", "type"].map { connection[attribute: $0] }
      func cell(_ name: String) throws(DefinitionError) -> XMLElement {
        guard let index = connection[attribute: name].flatMap({ Int($0) }), cells.indices.contains(index) else {
          throw .xml("'\(name)' refers to a non-existent NUMA node")
        }
        return cells[index]
      }
      let (initiator, target) = (try cell("initiator"), try cell("target"))
      guard initiator[attribute: "cpus"] ?? "" != "" else { throw .xml("NUMA nodes without CPUs can't be initiator") }
      if let cache = connection[attribute: "cache"], !target.elements("cache").contains(where: { $0[attribute: "level"] == cache }) {
        throw .xml("'cache' refers to a non-existent NUMA node cache")
      }
      guard seen.insert([connection.name] + ends).inserted else { throw .xml("Duplicate info for NUMA latencies") }
    }
  }
}
