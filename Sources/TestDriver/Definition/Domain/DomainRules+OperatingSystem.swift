import XMLTree

extension DomainRules {
  private static let bootDevices = ["fd", "hd", "cdrom", "network"]

  /// How the guest starts.
  static let os = ElementRule.element(
    "os", [firmwareKind],
    [
      type, firmware.when("firmware", "bios", "efi"), .text("init"), initArgument.many, environment.many, .text("initdir"),
      .text("inituser"), .text("initgroup"),
      loader, nvram, .text("kernel"), .text("initrd"), .text("cmdline"), .text("dtb"), .text("root"), acpi,
      .element("boot", [.choice("dev", bootDevices).required]).many, bootMenu, bios, smbios,
    ]
  ).reading("type", "firmware", "kernel", "initrd", "cmdline", "dtb", "root", "nvram", "loader", "acpi", "boot", "bootmenu", "bios")

  private static let firmwareKind = AttributeRule.choice("firmware", ["bios", "efi"]).or(.xml("unknown firmware value %"))

  private static let type = ElementRule.element("type", [.any("arch").hiding(""), .any("machine").hiding("")], text: .any)

  /// Only asked for where libvirt chooses the firmware.
  private static let firmware = ElementRule.group(
    "firmware", [],
    [
      ElementRule.element(
        "feature", [.yesNo("enabled").required, .choice("name", ["enrolled-keys", "secure-boot"]).required]
      ).many
    ]
  ) { (output, _) throws(DefinitionError) in
    var states: [String: String] = [:]
    for feature in output.elements { states[feature[attribute: "name"] ?? ""] = feature[attribute: "enabled"] }
    // Keys are of no use without what asks for them.
    if states["enrolled-keys"] == "yes", states["secure-boot"] == nil { states["secure-boot"] = "yes" }
    var output = output
    output.children = ["enrolled-keys", "secure-boot"].compactMap { name in
      guard let state = states[name] else { return nil }
      return .element(XMLElement("feature", attributes: [XMLAttribute("enabled", state), XMLAttribute("name", name)]))
    }
    return output
  }

  private static let initArgument = ElementRule.element("initarg", text: .any) { (output, _) throws(DefinitionError) in
    guard !output.children.isEmpty else { throw .xml("No data supplied for <initarg> element") }
    return output
  }

  private static let environment = ElementRule.text(
    "initenv", .any,
    [
      .any("name").required(.xml("No name supplied for <initenv> element"))
    ])

  private static let loader = ElementRule.element(
    "loader",
    [
      .yesNo("readonly"), .yesNo("secure"), .choice("type", ["rom", "pflash"]), .yesNo("stateless"),
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    if !input.text.isEmpty {
      output.children = [.text(input.text)]
      if output[attribute: "type"] == nil { output.insert("type", "rom", after: ["readonly", "secure"]) }
    }
    return output
  }

  private static let nvram = ElementRule.element("nvram", [.any("template"), .choice("type", ["file", "block", "network"])]) {
    (output, input) throws(DefinitionError) in
    var output = output
    if output[attribute: "type"] != nil {
      if let rule = storageSources.first(where: { $0.condition?.values.contains(output[attribute: "type"] ?? "") == true }),
        let source = try input[child: "source"].flatMap(rule.apply)
      {
        output.children = [.element(source)]
      }
    } else if !input.text.isEmpty {
      output.children = [.text(input.text)]
    }
    return output
  }

  private static let oneTable = DefinitionError.xml("Only one acpi table is supported")

  private static let acpi = ElementRule.group(
    "acpi", [],
    [
      .text("table", .any, [.choice("type", ["slic"]).required(.xml("Missing acpi table type")).or(.xml("Unknown acpi table type: %"))])
        .only(oneTable)
    ]
  ).only(oneTable)

  private static let bootMenu = ElementRule.element("bootmenu", [.yesNo("enable"), .unsigned("timeout")]) {
    (output, _) throws(DefinitionError) in
    guard let enable = output[attribute: "enable"] else { return nil }
    var output = output
    if enable == "no" { output[attribute: "timeout"] = nil }
    if let timeout = output[attribute: "timeout"].flatMap({ Int($0) }), timeout > 65535 {
      throw .unsupported("invalid value for boot menu timeout, must be in range [0,65535]")
    }
    return output
  }

  private static let bios = ElementRule.element("bios") { (output, input) throws(DefinitionError) in
    var output = output
    if let serial = input[attribute: "useserial"] { output[attribute: "useserial"] = serial == "yes" ? "yes" : "no" }
    if let timeout = try AttributeRule.signed("rebootTimeout").value(in: input) {
      guard let value = Int(timeout), (-1...65535).contains(value) else {
        throw .unsupported("invalid value for rebootTimeout, must be in range [-1,65535]")
      }
      output[attribute: "rebootTimeout"] = String(value)
    }
    return output.attributes.isEmpty ? nil : output
  }

  private static let smbios = ElementRule.group(
    "smbios",
    [
      .choice("mode", ["emulate", "host", "sysinfo"]).or(.unsupported("unknown smbios mode '%'"))
    ])

  private static let ids: [AttributeRule] = ["start", "target", "count"].map {
    .unsigned($0).required(.xml("invalid idmap start/target/count settings")).or(.xml("invalid idmap start/target/count settings"))
  }

  /// How a container's users are those of the host.
  static let idmap = ElementRule.group("idmap", [], [.element("uid", ids).many, .element("gid", ids).many]) {
    (output, _) throws(DefinitionError) in
    var output = output
    output.sort("uid") { Int($0[attribute: "start"] ?? "") ?? 0 }
    output.sort("gid") { Int($0[attribute: "start"] ?? "") ?? 0 }
    return output
  }

  /// Root of the guest is somebody, and in some group.
  static func checkIDMap(_ map: XMLElement) throws(DefinitionError) {
    let (users, groups) = (map.elements("uid"), map.elements("gid"))
    guard users.isEmpty == groups.isEmpty else { throw .unsupported("uid and gid should be mapped both") }
    guard
      (users + groups).isEmpty || (users.contains { $0[attribute: "start"] == "0" } && groups.contains { $0[attribute: "start"] == "0" })
    else { throw .unsupported("You must map the root user of container") }
  }
}

extension XMLElement {
  /// Adds an attribute behind the last of the named ones.
  mutating func insert(_ name: String, _ value: String, after others: [String]) {
    let index = attributes.lastIndex { others.contains($0.name) }.map { $0 + 1 } ?? 0
    attributes.insert(XMLAttribute(name, value), at: index)
  }

  /// Adds a child behind the last of the named ones.
  mutating func insert(_ child: XMLElement, after others: [String]) {
    let index = children.lastIndex { if case .element(let element) = $0 { others.contains(element.name) } else { false } }
    children.insert(.element(child), at: index.map { $0 + 1 } ?? 0)
  }
}
