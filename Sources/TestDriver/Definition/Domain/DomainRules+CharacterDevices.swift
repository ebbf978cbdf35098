import XMLTree

extension DomainRules {
  /// What can be at the other end.
  static let characterKinds = [
    "null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix", "spicevmc", "spiceport", "nmdm", "qemu-vdagent", "dbus",
  ]

  /// The other end of a character device: its rules follow from the parent's `type`.
  static let characterSource: [ElementRule] = [
    ElementRule.element("source", [.any("path")], deviceLabel).when("type", "dev", "pipe"),
    ElementRule.element("source", [.any("path"), .onOff("append")], deviceLabel).when("type", "file"),
    ElementRule.element("source", [mode, .any("path")], [reconnect] + deviceLabel).when("type", "unix"),
    ElementRule.element("source", [mode, .any("host"), .any("service"), .yesNo("tls")], [reconnect]).when("type", "tcp"),
    ElementRule.element("source", [mode, .any("host"), .any("service")]).many.when("type", "udp"),
    ElementRule.group("source", [.any("master"), .any("slave")]).when("type", "nmdm"),
    ElementRule.group("source", [.any("channel")]).when("type", "spiceport", "dbus"),
    ElementRule.group(
      "source", [],
      [
        .element("clipboard", [.yesNo("copypaste").required]), .element("mouse", [.choice("mode", ["server", "client"]).required]),
      ]
    ).when("type", "qemu-vdagent"),
    ElementRule.element(
      "protocol",
      [
        .choice("type", ["raw", "telnet", "telnets", "tls"]).or("raw").or(.unsupported("Unknown protocol '%'"))
      ]
    ).when("type", "tcp"),
    .group("log", [.any("file"), .onOff("append")]) { (output, _) throws(DefinitionError) in
      output[attribute: "file"] == nil ? nil : output
    },
  ]

  private static let mode = AttributeRule.choice("mode", ["connect", "bind"]).or("connect")

  private static let deviceLabel: [ElementRule] = [
    ElementRule.group("seclabel", [.any("model"), .yesNo("relabel")], [.text("label")]) { (output, input) throws(DefinitionError) in
      var output = output
      let label = output[child: "label"]
      if label != nil, output[attribute: "relabel"] == "no" {
        throw .xml("Cannot specify a label if relabelling is turned off. model=\(output[attribute: "model"] ?? "<null>")")
      }
      // Without more than a model nothing is left to say.
      guard label != nil || output[attribute: "relabel"] == "no" else { return nil }
      output[attribute: "relabel"] = output[attribute: "relabel"] ?? "yes"
      return output
    }.many
  ]

  /// The attribute `type` of a character device.
  static let characterType = AttributeRule.choice("type", characterKinds).or("pty")
    .or(.unsupported("unknown type presented to host for character device: %"))

  /// Adds what tcp and udp always have.
  static func completeCharacterSource(_ device: inout XMLElement) {
    switch device[attribute: "type"] {
    case "tcp" where device[child: "protocol"] == nil:
      let protocolElement = XMLElement("protocol", attributes: [XMLAttribute("type", "raw")])
      device.insert(protocolElement, after: ["source"])
    case "udp": orderUDP(&device)
    default: break
    }
  }

  /// libvirt allows one element of each name, and two ends for udp.
  static func checkCounts(_ input: XMLElement) throws(DefinitionError) {
    let sources = input.elements("source").count
    if input[attribute: "type"] == "udp" {
      if sources > 2 { throw .xml("only two source elements are allowed for character device") }
    } else if sources > 1 {
      throw .xml("only one source element is allowed for character device")
    }
    for source in input.elements("source") {
      try checkLabelModels(source)
      // They are read whatever the other end is.
      for rule in deviceLabel { _ = try rule.applyAll(in: source) }
    }
    for name in ["log", "protocol"] where input.elements(name).count > 1 {
      throw .xml("only one \(name) element is allowed for character device")
    }
  }

  /// The end that binds comes first.
  private static func orderUDP(_ device: inout XMLElement) {
    let sources = device.elements("source")
    device.remove("source")
    // Of two ends of one kind, the first that says something holds.
    let ends = ["bind", "connect"].compactMap { mode -> XMLElement? in
      let same = sources.filter { $0[attribute: "mode"] == mode }
      return same.first { $0[attribute: "host"] != nil || $0[attribute: "service"] != nil } ?? same.first
    }
    // One that says nothing goes where there is another.
    let said = ends.filter { $0[attribute: "host"] != nil || $0[attribute: "service"] != nil }
    device.children.insert(contentsOf: (said.isEmpty ? ends : said).map { .element($0) }, at: 0)
  }
}
