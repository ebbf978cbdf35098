import XMLTree

extension DomainDefinition {
  /// The performance events that can be counted, in libvirt's order.
  static let performanceEvents = [
    "cmt", "mbmt", "mbml", "cpu_cycles", "instructions", "cache_references", "cache_misses", "branch_instructions", "branch_misses",
    "bus_cycles", "stalled_cycles_frontend", "stalled_cycles_backend", "ref_cpu_cycles", "cpu_clock", "task_clock", "page_faults",
    "context_switches", "cpu_migrations", "page_faults_min", "page_faults_maj", "alignment_faults", "emulation_faults",
  ]

  /// Whether a performance event is counted; nil where the definition does not say.
  func performanceEvent(_ name: String) -> Bool? {
    root[child: "perf"]?.elements.first { $0[attribute: "name"] == name }.map { $0[attribute: "enabled"] == "yes" }
  }

  /// Has a performance event counted or not.
  mutating func setPerformanceEvent(_ name: String, _ isCounted: Bool) {
    var perf = root[child: "perf"] ?? XMLElement("perf")
    perf.children.removeAll { if case .element(let element) = $0 { element[attribute: "name"] == name } else { false } }
    let event = XMLElement("event", attributes: [XMLAttribute("name", name), XMLAttribute("enabled", isCounted ? "yes" : "no")])
    perf.children.append(.element(event))
    perf.sort("event") { event in Self.performanceEvents.firstIndex { $0 == event[attribute: "name"] } ?? 0 }
    place(perf)
  }

  /// Sets what happens on an occasion: `poweroff`, `reboot` or `crash`.
  mutating func setAction(on occasion: String, _ action: String) { place(XMLElement("on_\(occasion)", text: action)) }
}
