import XMLTree

extension DomainRules {
  private static let hosts = [
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
    ElementRule.element("seclabel", [.any("model"), .yesNo("relabel")], [.text("label")]).many
  ]

  /// The attribute `type` of a character device.
  static let characterType = AttributeRule.choice("type", hosts).or("pty")
    .or(.unsupported("unknown type presented to host for character device: %"))

  /// Checks the other end, and adds what tcp and udp always have.
  static func checkCharacterSource(_ device: inout XMLElement, needsPath: Bool = true) throws(DefinitionError) {
    let type = device[attribute: "type"] ?? ""
    let source = device[child: "source"]
    if source?[child: "reconnect"]?[attribute: "enabled"] == "yes", source?[attribute: "mode"] == "bind" {
      throw .failure("chardev reconnect is possible only for connect mode")
    }
    switch type {
    case "dev", "file", "pipe":
      if source?[attribute: "path"] ?? "" == "" { throw .failure("Missing source path attribute for char device") }
    case "unix":
      if needsPath, source?[attribute: "path"] ?? "" == "" { throw .failure("Missing source path attribute for char device") }
      if !needsPath, source?[attribute: "path"] == nil { device[child: "source"] = nil }
    case "tcp":
      if source?[attribute: "host"] ?? "" == "" { throw .failure("Missing source host attribute for char device") }
      if source?[attribute: "service"] ?? "" == "" { throw .failure("Missing source service attribute for char device") }
      if device[child: "protocol"] == nil {
        let protocolElement = XMLElement("protocol", attributes: [XMLAttribute("type", "raw")])
        let index = device.children.firstIndex { if case .element(let child) = $0 { child.name == "source" } else { false } } ?? 0
        device.children.insert(.element(protocolElement), at: index + 1)
      }
    case "udp": try orderUDP(&device)
    case "nmdm":
      if (source?[attribute: "master"] == nil) != (source?[attribute: "slave"] == nil) {
        throw .failure("Should define both master and slave path attributes for nmdm device")
      }
    case "spiceport":
      guard source?[attribute: "channel"] != nil else { throw .unsupported("Missing source channel attribute for char device") }
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
    for name in ["log", "protocol"] where input.elements(name).count > 1 {
      throw .xml("only one \(name) element is allowed for character device")
    }
  }

  /// The end that binds comes first.
  private static func orderUDP(_ device: inout XMLElement) throws(DefinitionError) {
    let sources = device.elements("source")
    guard let connect = sources.first(where: { $0[attribute: "mode"] == "connect" }), connect[attribute: "service"] != nil else {
      throw .failure("Missing source service attribute for char device")
    }
    let bind = sources.filter { $0[attribute: "mode"] == "bind" }.prefix(1)
    device.remove("source")
    device.children.insert(contentsOf: (bind + [connect]).map { .element($0) }, at: 0)
  }
}
