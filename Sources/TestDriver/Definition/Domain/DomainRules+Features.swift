import XMLTree

extension DomainRules {
  private static let state = AttributeRule.onOff("state")

  private static func known(_ rules: [ElementRule], _ text: String) -> ElementRule.Refinement {
    let names = Set(rules.map(\.name))
    return { (output, input) throws(DefinitionError) in
      for element in input.elements where !names.contains(element.name) { throw .unsupported(text + element.name) }
      return output
    }
  }

  private static let featureRules: [ElementRule] = [
    .flag("acpi"), .element("apic", [.onOff("eoi")]), .flag("pae"), .element("hap", [state.or("on")]), .flag("viridian"), .flag("privnet"),
    hyperv, kvm, .element("pvspinlock", [state.or("on")]), capabilities, .element("pmu", [state.or("on")]),
    .element("vmport", [state.or("on")]), .element("gic", [.choice("version", ["2", "3", "host"])]), smm,
    .group("ioapic", [.choice("driver", ["kvm", "qemu"])]),
    .group("hpt", [.choice("resizing", ["enabled", "disabled", "required"])], [maxPageSize]),
    .element("vmcoreinfo", [state.or("on")]), .element("htm", [state.required]), .element("nested-hv", [state.required]),
    .element("msrs", [.choice("unknown", ["ignore", "fault"]).required]), .element("ccf-assist", [state.required]), xen,
    .group("cfpc", [.choice("value", ["broken", "workaround", "fixed"])]),
    .group("sbbc", [.choice("value", ["broken", "workaround", "fixed"])]),
    .group("ibs", [.choice("value", ["broken", "workaround", "fixed-ibs", "fixed-ccd", "fixed-na"])]),
    .group("tcg", [], [.size("tb-cache", path: "./tb-cache")]),
  ]

  /// Switches of the virtual machine.
  static let features = ElementRule.group("features", [], featureRules) { (output, input) throws(DefinitionError) in
    let names = Set(featureRules.map(\.name))
    for element in input.elements where !names.contains(element.name) { throw .unsupported("unexpected feature '\(element.name)'") }
    return output
  }

  private static let maxPageSize = ElementRule(name: "maxpagesize") { (output, input) throws(DefinitionError) in
    guard input.text.isEmpty || Number.unsigned(input.text) != nil else {
      throw .unsupported("Unable to parse HPT maxpagesize setting")
    }
    return try ElementRule.size("maxpagesize").apply(input)
  }

  private static let smm = ElementRule.element("smm", [state.or("on")]) { (output, input) throws(DefinitionError) in
    guard output[attribute: "state"] == "on", let tseg = input[child: "tseg"] else { return output }
    let bytes = try ScaledSize.bytes(tseg.text, unit: tseg[attribute: "unit"], defaultScale: 1 << 20, name: "string(./features/smm/tseg)")
    var output = output
    let (value, unit) = ScaledSize.shortest(bytes)
    output.children = [.element(XMLElement("tseg", attributes: [XMLAttribute("unit", unit)], children: [.text(String(value))]))]
    return output
  }

  private static let capabilities = ElementRule.group("capabilities", [.choice("policy", ["default", "allow", "deny"]).hiding("default")]) {
    (output, input) throws(DefinitionError) in
    var output = output
    for name in capabilityNames {
      if let element = input[child: name] {
        if let made = try ElementRule.element(name, [state.or("on")]).apply(element) { output.children.append(.element(made)) }
      }
    }
    if !output.children.isEmpty, output[attribute: "policy"] == nil { output[attribute: "policy"] = "default" }
    for element in input.elements where !capabilityNames.contains(element.name) {
      throw .unsupported("unexpected capability feature '\(element.name)'")
    }
    return output
  }

  private static let capabilityNames = [
    "audit_control", "audit_write", "block_suspend", "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "ipc_lock",
    "ipc_owner",
    "kill", "lease", "linux_immutable", "mac_admin", "mac_override", "mknod", "net_admin", "net_bind_service", "net_broadcast", "net_raw",
    "setgid", "setfcap", "setpcap", "setuid", "sys_admin", "sys_boot", "sys_chroot", "sys_module", "sys_nice", "sys_pacct", "sys_ptrace",
    "sys_rawio", "sys_resource", "sys_time", "sys_tty_config", "syslog", "wake_alarm",
  ]

  private static let kvmRules: [ElementRule] =
    ["hidden", "hint-dedicated", "poll-control", "pv-ipi"].map { .element($0, [state.required]) } + [
      .element("dirty-ring", [state.required]) { (output, input) throws(DefinitionError) in
        guard output[attribute: "state"] == "on" else { return output }
        let size = try AttributeRule.unsigned("size").required.value(in: input).flatMap { UInt64($0) } ?? 0
        guard (1024...65536).contains(size), size & (size - 1) == 0 else {
          throw .xml("dirty ring must be power of 2 and ranges [1024, 65536]")
        }
        var output = output
        output[attribute: "size"] = String(size)
        return output
      }
    ]

  private static let kvm = ElementRule.element("kvm", [], kvmRules, refine: known(kvmRules, "unsupported KVM feature: "))

  private static let xenRules: [ElementRule] = [
    .element("e820_host", [state.required]),
    .element("passthrough", [state.required, .choice("mode", ["sync_pt", "share_pt"])]) { (output, _) throws(DefinitionError) in
      var output = output
      if output[attribute: "state"] == "off" { output[attribute: "mode"] = nil }
      return output
    },
  ]

  private static let xen = ElementRule.element("xen", [], xenRules, refine: known(xenRules, "unsupported Xen feature: "))
}
