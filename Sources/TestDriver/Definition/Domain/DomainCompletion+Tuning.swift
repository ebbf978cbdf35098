import LibvirtProtocol
import XMLTree

extension DomainCompletion {
  /// Checks pinning and scheduling against the CPUs and I/O threads that there are. libvirt keeps both with the single CPU or thread, so
  /// a range comes out as one element for each, in their order.
  mutating func completeTuning(max: Int) throws(DefinitionError) {
    guard var tune = root[child: "cputune"] else { return }
    let threads = DomainDefinition(canonical: root).iothreads.map { Int($0) }
    try checkPins(tune, threads)
    tune.children.removeAll {
      if case .element(let pin) = $0, pin.name == "vcpupin" { Int(pin[attribute: "vcpu"] ?? "") ?? max >= max } else { false }
    }
    for pin in tune.elements where pin.name.hasSuffix("pin") && pin[attribute: "cpuset"] == nil {
      throw .failure("missing cpuset for \(pin.name)")
    }
    var children: [XMLNode] = []
    var scheduled: Set<String> = []
    for node in tune.children {
      guard case .element(let element) = node, let key = ["vcpusched": "vcpus", "iothreadsched": "iothreads"][element.name],
        let set = CPUSet(element[attribute: key] ?? "")
      else {
        children.append(node)
        continue
      }
      for number in set.numbers {
        if key == "vcpus", number >= max { throw .unsupported("vCPU '\(number)' is not present in domain definition") }
        if key == "iothreads", !threads.contains(number) { throw .unsupported("Cannot find 'iothread' : \(number)") }
        guard scheduled.insert("\(key) \(number)").inserted else {
          throw .detail("'\(element.name)' attributes '\(key)' must not overlap")
        }
        var single = element
        single[attribute: key] = String(number)
        children.append(.element(single))
      }
    }
    tune.children = children
    try checkResourceControl(&tune, max: max)
    tune.sort("vcpusched") { Int($0[attribute: "vcpus"] ?? "") ?? 0 }
    tune.sort("iothreadpin") { threads.firstIndex(of: Int($0[attribute: "iothread"] ?? "") ?? 0) ?? 0 }
    tune.sort("iothreadsched") { threads.firstIndex(of: Int($0[attribute: "iothreads"] ?? "") ?? 0) ?? 0 }
    root[child: "cputune"] = tune.children.isEmpty ? nil : tune
  }

  private func checkPins(_ tune: XMLElement, _ threads: [Int]) throws(DefinitionError) {
    var seen: Set<String> = []
    for id in tune.elements("vcpupin").compactMap({ $0[attribute: "vcpu"] }) {
      guard seen.insert(id).inserted else { throw .failure("duplicate vcpupin for vcpu '\(id)'") }
    }
    seen = []
    for id in tune.elements("iothreadpin").compactMap({ $0[attribute: "iothread"] }) {
      guard threads.contains(Int(id) ?? 0) else { throw .unsupported("Cannot find 'iothread' : \(id)") }
      guard seen.insert(id).inserted else { throw .failure("duplicate iothreadpin for same iothread '\(id)'") }
    }
  }
}
