import LibvirtProtocol
import XMLTree

extension DomainRules {
  /// Which parts of the host's caches and of its memory's bandwidth belong to some CPUs.
  static let resourceControl: [ElementRule] = [
    allocation("cachetune", [cacheAllocation.many, cacheMonitor.many]) { (output) throws(DefinitionError) in
      var seen: Set<String> = []
      for cache in output.elements("cache") {
        let (level, id, type) = (cache[attribute: "level"] ?? "", cache[attribute: "id"] ?? "", cache[attribute: "type"] ?? "")
        guard seen.insert("\(level) \(id) \(type)").inserted else {
          throw .xml("Colliding cache allocations for cache level '\(level)' id '\(id)', type '\(type)'")
        }
      }
    }.many,
    allocation("memorytune", [.element("node", [.unsigned("id").required, .unsigned("bandwidth").required]).many]) {
      (output) throws(DefinitionError) in
      var seen: Set<String> = []
      for id in output.elements.compactMap({ $0[attribute: "id"] }) {
        guard seen.insert(id).inserted else { throw .xml("Memory Bandwidth already defined for node \(id)") }
      }
    }.many,
  ]

  private static func allocation(
    _ name: String, _ children: [ElementRule], _ check: @escaping @Sendable (XMLElement) throws(DefinitionError) -> Void
  ) -> ElementRule {
    ElementRule.element(name, [.any("vcpus").required(.xml("Missing \(name) attribute 'vcpus'"))], children) {
      (output, _) throws(DefinitionError) in
      let text = output[attribute: "vcpus"] ?? ""
      guard let set = CPUSet(text) else { throw .xml("Invalid \(name) attribute 'vcpus' value '\(text)'") }
      try check(output)
      var output = output
      output[attribute: "vcpus"] = set.description
      return output.children.isEmpty || set.isEmpty ? nil : output
    }
  }

  private static let cacheAllocation = ElementRule.element(
    "cache", [.unsigned("id").required, .unsigned("level").required, .choice("type", ["both", "code", "data"]).required]
  ) { (output, input) throws(DefinitionError) in
    guard let text = input[attribute: "size"] else { throw .xml("missing element or attribute './@size'") }
    let bytes = try ScaledSize.bytes(text, unit: input[attribute: "unit"], defaultScale: 1024, name: "./@size")
    let (value, unit) = ScaledSize.shortest(bytes)
    var output = output
    output[attribute: "size"] = String(value)
    output[attribute: "unit"] = unit
    return output
  }

  private static let cacheMonitor = ElementRule.element("monitor", [.unsigned("level").required, .any("vcpus").required]) {
    (output, _) throws(DefinitionError) in
    guard output[attribute: "level"] == "3" else { throw .xml("Invalid monitor cache level '\(output[attribute: "level"] ?? "")'") }
    let text = output[attribute: "vcpus"] ?? ""
    guard let set = CPUSet(text) else { throw .invalid("Failed to parse bitmap '\(text)'") }
    var output = output
    output[attribute: "vcpus"] = set.description
    return output
  }
}

extension DomainCompletion {
  /// Cuts the sets down to the CPUs that there are; none may be in two.
  func checkResourceControl(_ tune: inout XMLElement, max: Int) throws(DefinitionError) {
    var groups: [Set<Int>] = []
    for index in tune.children.indices {
      guard case .element(var element) = tune.children[index], element.name == "cachetune" || element.name == "memorytune" else { continue }
      let cpus = Set((element[attribute: "vcpus"].flatMap { CPUSet($0) }?.numbers ?? []).filter { $0 < max })
      guard !groups.contains(where: { $0 != cpus && !$0.isDisjoint(with: cpus) }) else {
        throw .xml("Overlapping vcpus in resctrls")
      }
      groups.append(cpus)
      element[attribute: "vcpus"] = CPUSet(cpus).description
      for monitor in element.elements("monitor") {
        let own = Set(monitor[attribute: "vcpus"].flatMap { CPUSet($0) }?.numbers ?? []).filter { $0 < max }
        guard !own.isEmpty else { throw .invalid("vcpus is empty") }
      }
      tune.children[index] = .element(element)
    }
  }
}
