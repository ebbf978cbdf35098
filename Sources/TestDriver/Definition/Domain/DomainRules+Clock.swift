import XMLTree

extension DomainRules {
  /// The guest's clock and timers.
  static let clock = ElementRule.element("clock") { (output, input) throws(DefinitionError) in
    let offset = input[attribute: "offset"].flatMap { $0.isEmpty ? nil : $0 } ?? "utc"
    var pairs: [(String, String)] = [("offset", offset)]
    switch offset {
    case "utc", "localtime":
      if let adjustment = input[attribute: "adjustment"] {
        if adjustment == "reset" {
          pairs.append(("adjustment", "reset"))
        } else if let seconds = Number.signed(adjustment) {
          pairs = [("offset", "variable"), ("adjustment", String(seconds)), ("basis", offset)]
        } else {
          throw .xml("unknown clock adjustment '\(adjustment)'")
        }
      }
    case "variable":
      let basis = input[attribute: "basis"] ?? "utc"
      guard basis == "utc" || basis == "localtime" else { throw .unsupported("unknown clock basis '\(basis)'") }
      let adjustment = input[attribute: "adjustment"].flatMap { Number.signed($0) } ?? 0
      pairs += [("adjustment", String(adjustment)), ("basis", basis)]
    case "timezone":
      guard let zone = input[attribute: "timezone"] else {
        throw .failure("missing 'timezone' attribute for clock with offset='timezone'")
      }
      pairs.append(("timezone", zone))
    case "absolute":
      guard let start = input[attribute: "start"].flatMap({ Number.unsigned($0) }) else {
        throw .failure("missing 'start' attribute for clock with offset='absolute'")
      }
      pairs.append(("start", String(start)))
    default: throw .unsupported("unknown clock offset '\(offset)'")
    }
    var output = output
    output.attributes = pairs.map { XMLAttribute($0.0, $0.1) }
    for element in input.elements("timer") {
      if let made = try timer.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  private static let timer = ElementRule.element(
    "timer",
    [
      .choice("name", ["platform", "pit", "rtc", "hpet", "tsc", "kvmclock", "hypervclock", "armvtimer"]).required,
      .yesNo("present"), .choice("tickpolicy", ["delay", "catchup", "merge", "discard"]),
      .choice("track", ["boot", "guest", "wall", "realtime"]), AttributeRule.large("frequency").hiding("0"),
      .choice("mode", ["auto", "native", "emulate", "paravirt", "smpsafe"]),
    ], [.group("catchup", [.unsigned("threshold"), .unsigned("slew"), .unsigned("limit")])]
  )

  /// Whether the timer understands what it is told.
  static func checkTimer(_ timer: XMLElement) throws(DefinitionError) {
    let name = timer[attribute: "name"] ?? ""
    let takes: [String: Set<String>] = [
      "tickpolicy": ["platform", "pit", "rtc", "hpet", "tsc", "armvtimer"], "frequency": ["tsc"], "mode": ["tsc"],
      "track": ["platform", "rtc"],
    ]
    func check(_ attribute: String) throws(DefinitionError) {
      guard timer[attribute: attribute] != nil, takes[attribute]?.contains(name) == false else { return }
      throw .unsupported("timer \(name) doesn't support setting of timer \(attribute)")
    }
    try check("tickpolicy")
    if timer[attribute: "tickpolicy"] != "catchup", timer[child: "catchup"] != nil {
      throw .xml("setting of timer catchup policies is only supported with tickpolicy='catchup'")
    }
    for attribute in ["frequency", "mode", "track"] { try check(attribute) }
  }

  /// What happens on events of the guest.
  static let actions: [ElementRule] = [
    action("on_poweroff"), action("on_reboot"), action("on_crash"),
    .text(
      "on_lockfailure",
      .choice(
        ["poweroff", "restart", "pause", "ignore"],
        .unsupported("unknown on_lockfailure action: %"))),
  ]

  private static let lifecycle = ["destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart"]

  private static func action(_ name: String) -> ElementRule {
    .text(name, .choice(lifecycle, .unsupported("unknown \(name) action: %")))
  }

  /// Only crashes can leave a core behind.
  static func checkAction(_ action: String, of event: String) throws(DefinitionError) {
    guard event == "on_crash" || !action.hasPrefix("coredump-") else {
      throw .unsupported("Lifecycle event '\(event.dropFirst(3))' doesn't support '\(action)' action")
    }
  }

  private static let enabled = AttributeRule.yesNo("enabled")

  /// Whether the guest can be suspended.
  static let power = ElementRule.group("pm", [], [.group("suspend-to-mem", [enabled]), .group("suspend-to-disk", [enabled])])

  private static let events = [
    "cmt", "mbmt", "mbml", "cpu_cycles", "instructions", "cache_references", "cache_misses", "branch_instructions", "branch_misses",
    "bus_cycles", "stalled_cycles_frontend", "stalled_cycles_backend", "ref_cpu_cycles", "cpu_clock", "task_clock", "page_faults",
    "context_switches", "cpu_migrations", "page_faults_min", "page_faults_maj", "alignment_faults", "emulation_faults",
  ]

  /// Which performance events are counted.
  static let perf = ElementRule.group(
    "perf", [],
    [
      ElementRule.element("event", [.choice("name", events).required, enabled.required]).many
    ]
  ) { (output, _) throws(DefinitionError) in
    var seen: Set<String> = []
    for event in output.elements {
      let name = event[attribute: "name"] ?? ""
      guard seen.insert(name).inserted else { throw .xml("perf event '\(name)' was already specified") }
    }
    var output = output
    output.sort("event") { events.firstIndex(of: $0[attribute: "name"] ?? "") ?? 0 }
    return output
  }
}
