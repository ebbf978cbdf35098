import LibvirtProtocol
import XMLTree

extension DomainCompletion {
  /// The number of CPUs, their states, and what belongs to single ones.
  mutating func completeProcessors() throws(DefinitionError) {
    if root[child: "vcpu"] == nil {
      place(XMLElement("vcpu", attributes: [XMLAttribute("placement", "static")], children: [.text("1")]))
    }
    let definition = DomainDefinition(canonical: root)
    let max = definition.maxVcpus
    if let vcpus = root[child: "vcpus"] {
      try completeStates(vcpus, max: max)
    } else if definition.vcpus > max {
      throw .unsupported("maximum vCPU count must not be less than current vCPU count")
    }
    completeThreads()
    try completeTuning(max: max)
  }

  /// Where the host chooses the CPUs it chooses the memory, and the other way round.
  mutating func completePlacement(_ input: XMLElement) throws(DefinitionError) {
    try checkNodes(input)
    let memory = root.descendant("numatune", "memory")
    let isPinned = ["vcpupin", "emulatorpin", "iothreadpin"].contains { root[child: "cputune"]?[child: $0] != nil }
    if memory?[attribute: "placement"] == "auto", root[child: "vcpu"]?[attribute: "cpuset"] == nil, !isPinned {
      root[child: "vcpu"]?[attribute: "placement"] = "auto"
    }
    if root[child: "vcpu"]?[attribute: "placement"] == "auto", root[child: "numatune"] == nil {
      let memory = XMLElement("memory", attributes: [XMLAttribute("mode", "strict"), XMLAttribute("placement", "auto")])
      place(XMLElement("numatune", children: [.element(memory)]))
    }
  }

  private mutating func completeStates(_ vcpus: XMLElement, max: Int) throws(DefinitionError) {
    // One element for each CPU is written below: no more than a CPU set can name.
    guard max <= CPUSet.limit else { throw .unsupported("individual CPU state configuration is not supported") }
    var states: [Int: XMLElement] = [:]
    for state in vcpus.elements {
      let id = Int(state[attribute: "id"] ?? "") ?? 0
      guard id < max else { throw .xml("vcpu id '\(id)' is out of range of maximum vcpu count") }
      states[id] = state
    }
    var output = XMLElement("vcpus")
    var online = 0
    for id in 0..<max {
      let state = states[id]
      let enabled = state?[attribute: "enabled"] ?? "no"
      let hotpluggable = state?[attribute: "hotpluggable"] ?? (enabled == "yes" ? "no" : "yes")
      guard enabled == "yes" || hotpluggable == "yes" else { throw .unsupported("vcpu '\(id)' is both offline and not hotpluggable") }
      if enabled == "yes" { online += 1 }
      var element = XMLElement("vcpu")
      element.attributes = [
        XMLAttribute("id", String(id)), XMLAttribute("enabled", enabled), XMLAttribute("hotpluggable", hotpluggable),
      ]
      if let order = state?[attribute: "order"] { element[attribute: "order"] = order }
      output.children.append(.element(element))
    }
    root[child: "vcpus"] = output
    var definition = DomainDefinition(canonical: root)
    definition.vcpus = online
    root = definition.root
  }

  /// As many I/O threads as are counted, those with a number first.
  private mutating func completeThreads() {
    guard let ids = root[child: "iothreadids"] else { return }
    let wanted = root[child: "iothreads"].flatMap { Int($0.text) } ?? 0
    var output = ids
    var used = Set(ids.elements.compactMap { Int($0[attribute: "id"] ?? "") })
    var next = 1
    while used.count < min(wanted, CPUSet.limit) {
      if used.insert(next).inserted {
        output.children.append(.element(XMLElement("iothread", attributes: [XMLAttribute("id", String(next))])))
      }
      next += 1
    }
    root[child: "iothreadids"] = output
    if wanted < used.count { place(XMLElement("iothreads", text: String(used.count))) }
  }
}
