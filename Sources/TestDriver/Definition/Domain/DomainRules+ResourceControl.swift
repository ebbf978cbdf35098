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
    allocation("memorytune", [.element("node", [.unsigned("id").required, .unsigned("bandwidth").required]).many]).many,
  ]

  private static func allocation(
    _ name: String, _ children: [ElementRule], _ check: @escaping @Sendable (XMLElement) throws(DefinitionError) -> Void = { _ in }
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
  /// Cuts the sets down to the CPUs that there are; none may be in two. Bandwidths for the same CPUs become one element.
  func checkResourceControl(_ tune: inout XMLElement, max: Int) throws(DefinitionError) {
    var groups: [Set<Int>] = []
    var elements: [XMLElement] = []
    for element in tune.elements where element.name == "cachetune" || element.name == "memorytune" {
      let cpus = Self.numbers(element, below: max)
      guard !cpus.isEmpty else { continue }
      guard !groups.contains(where: { $0 != cpus && !$0.isDisjoint(with: cpus) }) else { throw .xml("Overlapping vcpus in resctrls") }
      let known = elements.firstIndex { $0.name == element.name && Self.numbers($0, below: max) == cpus }
      var made = element
      made[attribute: "vcpus"] = CPUSet(cpus).description
      if element.name == "cachetune" {
        guard known == nil else { throw .xml("Identical vcpus in cachetunes found") }
        try checkMonitors(element, cpus, max)
      }
      groups.append(cpus)
      guard let known else {
        elements.append(made)
        continue
      }
      elements[known].children += element.children
    }
    for element in elements where element.name == "memorytune" { try Self.checkBandwidths(element) }
    tune.remove("cachetune")
    tune.remove("memorytune")
    tune.children += elements.map { .element($0) }
  }

  private static func numbers(_ element: XMLElement, below max: Int) -> Set<Int> {
    Set((element[attribute: "vcpus"].flatMap { CPUSet($0) }?.numbers ?? []).filter { $0 < max })
  }

  /// What is watched are CPUs of the allocation, each by one monitor.
  private func checkMonitors(_ allocation: XMLElement, _ cpus: Set<Int>, _ max: Int) throws(DefinitionError) {
    var monitors: [Set<Int>] = []
    for monitor in allocation.elements("monitor") {
      let own = Self.numbers(monitor, below: max)
      guard !own.isEmpty else { throw .invalid("vcpus is empty") }
      guard own.isSubset(of: cpus) else { throw .invalid("Monitor vcpus conflicts with allocation") }
      guard !monitors.contains(own) else { throw .invalid("Identical vcpus found in same type monitors") }
      guard monitors.allSatisfy({ $0.isDisjoint(with: own) }) else { throw .invalid("vcpus overlaps in resctrl groups") }
      monitors.append(own)
    }
  }

  private static func checkBandwidths(_ tune: XMLElement) throws(DefinitionError) {
    var seen: Set<String> = []
    for id in tune.elements.compactMap({ $0[attribute: "id"] }) {
      guard seen.insert(id).inserted else { throw .xml("Memory Bandwidth already defined for node \(id)") }
    }
  }
}
