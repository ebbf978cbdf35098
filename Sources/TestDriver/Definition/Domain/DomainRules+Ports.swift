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
    let contents = ElementRule.element(kind, [characterType], characterSource + placement)
    return ElementRule.element(kind) { (_, input) throws(DefinitionError) in
      _ = try characterType.value(in: input)
      let target = try target(kind, input[child: "target"])
      try checkCounts(input)
      guard var output = try contents.apply(input) else { return nil }
      if output[attribute: "type"] == "spicevmc", target[attribute: "type"] != "virtio" || kind == "console" {
        throw .unsupported("spicevmc device type only supports virtio")
      }
      if kind == "channel", output[attribute: "type"] == "unix", output[child: "source"]?[attribute: "path"] == nil,
        target[attribute: "type"] != "guestfwd"
      {
        output[child: "source"] = nil
      }
      completeCharacterSource(&output)
      output.insert(target, after: ["source", "protocol", "log"])
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
    if let port = input?[attribute: "port"], kind == "console" || Number.signed(port) != -1 {
      guard let number = Number.unsigned(port), number <= UInt64(Int32.max) else { throw .xml("Invalid port number: \(port)") }
      target[attribute: "port"] = String(number)
    }
    if kind == "serial", let model = input?[child: "model"]?[attribute: "name"], model != "none" {
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
