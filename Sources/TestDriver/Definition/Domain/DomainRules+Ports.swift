import XMLTree

extension DomainRules {
  private static let targetTypes: [String: [String]] = [
    "serial": [
      "isa-serial", "usb-serial", "pci-serial", "spapr-vio-serial", "system-serial", "sclp-serial", "isa-debug",
    ],
    "console": ["serial", "xen", "uml", "virtio", "lxc", "openvz", "sclp", "sclplm"],
    "channel": ["guestfwd", "virtio", "xen"],
  ]
  private static let targetModels = [
    "isa-serial", "usb-serial", "pci-serial", "spapr-vty", "pl011", "sclpconsole", "sclplmconsole", "16550a", "isa-debugcon",
  ]

  static let serial = port("serial")
  static let parallel = port("parallel")
  static let console = port("console")
  static let channel = port("channel")

  private static func port(_ kind: String) -> ElementRule {
    ElementRule.element(kind, [characterType], characterSource + placement) { (output, input) throws(DefinitionError) in
      var output = output
      try checkCounts(input)
      let target = try target(kind, input[child: "target"])
      if kind == "channel" {
        let virtio = target[attribute: "type"] == "virtio"
        if output[attribute: "type"] == "spicevmc", !virtio { throw .unsupported("spicevmc device type only supports virtio") }
        try checkCharacterSource(&output, needsPath: !virtio && target[attribute: "type"] != "xen")
      } else {
        if output[attribute: "type"] == "spicevmc" { throw .unsupported("spicevmc device type only supports virtio") }
        try checkCharacterSource(&output)
      }
      let before = ["source", "protocol", "log"]
      let index = output.children.lastIndex { if case .element(let child) = $0 { before.contains(child.name) } else { false } }
      output.children.insert(.element(target), at: index.map { $0 + 1 } ?? 0)
      return output
    }
  }

  /// Where the device shows up in the guest.
  private static func target(_ kind: String, _ input: XMLElement?) throws(DefinitionError) -> XMLElement {
    var target = XMLElement("target")
    if kind == "channel" {
      guard let input else { throw .xml("target type must be specified for channel device") }
      return try channelTarget(input)
    }
    if let type = input?[attribute: "type"], kind != "parallel" {
      guard targetTypes[kind]?.contains(type) == true else {
        throw .unsupported("unknown target type '\(type)' specified for character device")
      }
      target[attribute: "type"] = type
    }
    if let port = input?[attribute: "port"] {
      guard let number = Number.unsigned(port), number <= UInt64(Int32.max) else { throw .xml("Invalid port number: \(port)") }
      target[attribute: "port"] = String(number)
    }
    if kind == "serial", let model = input?[child: "model"]?[attribute: "name"] {
      guard targetModels.contains(model) else { throw .unsupported("unknown target model '\(model)' specified for character device") }
      target.children = [.element(XMLElement("model", attributes: [XMLAttribute("name", model)]))]
    }
    return target
  }

  private static func channelTarget(_ input: XMLElement) throws(DefinitionError) -> XMLElement {
    let type = input[attribute: "type"]
    guard let type, targetTypes["channel"]?.contains(type) == true else {
      throw .unsupported("unknown target type '\(type ?? "(null)")' specified for character device")
    }
    var target = XMLElement("target", attributes: [XMLAttribute("type", type)])
    guard type == "guestfwd" else {
      target[attribute: "name"] = input[attribute: "name"]
      return target
    }
    guard let address = input[attribute: "address"] else { throw .xml("guestfwd channel does not define a target address") }
    guard let parsed = SocketAddress(address) else {
      throw DefinitionError(code: 38, text: "Cannot parse socket address '\(address)': Name or service not known")
    }
    guard parsed.isIPv4 else { throw .unsupported("guestfwd channel only supports IPv4 addresses") }
    target[attribute: "address"] = address
    target[attribute: "port"] = try AttributeRule.unsigned("port").required.value(in: input)
    return target
  }
}
