import XMLTree

extension DomainRules {
  static let hostdevDriver = AttributeRule.choice("name", ["kvm", "vfio", "xen"])

  /// A device of the host that the guest gets.
  static let hostdev = ElementRule.element("hostdev") { (output, input) throws(DefinitionError) in
    let mode = input[attribute: "mode"] ?? "subsystem"
    switch mode {
    case "subsystem": return try subsystem(input)
    case "capabilities": return try capability(input)
    default: throw .unsupported("unknown hostdev mode '\(mode)'")
    }
  }

  private static let kinds = ["usb", "pci", "scsi", "scsi_host", "mdev"]

  private static func subsystem(_ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    guard let type = input[attribute: "type"] else { throw .xml("missing source address type") }
    guard kinds.contains(type) else { throw .unsupported("unknown host device source address type '\(type)'") }
    guard let source = input[child: "source"] else { throw .xml("Missing <source> element in hostdev device") }
    var output = XMLElement(
      "hostdev",
      attributes: [
        XMLAttribute("mode", "subsystem"), XMLAttribute("type", type),
        XMLAttribute("managed", input[attribute: "managed"] == "yes" ? "yes" : "no"),
      ])
    try copyFlags(input, type, &output)
    if type == "pci", let driver = input[child: "driver"], let made = try ElementRule.group("driver", [hostdevDriver]).apply(driver) {
      output.children.append(.element(made))
    }
    if let made = try sourceRule(type).apply(source) { output.children.append(.element(made)) }
    let flags: [ElementRule] = type == "scsi" ? [.flag("readonly"), .flag("shareable")] : []
    for rule in [.group("teaming", [.any("type"), .any("persistent")])] + flags + placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  private static func copyFlags(_ input: XMLElement, _ type: String, _ output: inout XMLElement) throws(DefinitionError) {
    if type != "scsi", input[attribute: "sgio"] != nil { throw .xml("sgio is only supported for scsi host device") }
    if type != "scsi", input[attribute: "rawio"] != nil { throw .xml("rawio is only supported for scsi host device") }
    if type != "mdev", type != "scsi_host", input[attribute: "model"] != nil {
      throw .xml("'model' attribute in <hostdev> is only supported when type='\(type)'")
    }
    var rules: [AttributeRule] = []
    if type == "scsi" { rules = [AttributeRule.choice("sgio", ["filtered", "unfiltered"]), .yesNo("rawio")] }
    if type == "mdev" { rules = [.choice("model", ["vfio-pci", "vfio-ccw", "vfio-ap"]).required, .onOff("display"), .onOff("ramfb")] }
    if type == "scsi_host" { rules = [.choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"])] }
    for rule in rules { if let value = try rule.value(in: input) { output[attribute: rule.name] = value } }
  }

  private static func sourceRule(_ type: String) -> ElementRule {
    switch type {
    case "usb": usbSource
    case "pci":
      .element("source", [.yesNo("writeFiltering")]) { (output, input) throws(DefinitionError) in
        var output = output
        if let made = try hostPCI.apply(input[child: "address"] ?? XMLElement("address")) { output.children = [.element(made)] }
        return output
      }
    case "scsi": scsiSource
    case "scsi_host":
      .element(
        "source",
        [
          .choice("protocol", ["vhost"]).required(.xml("Missing scsi_host subsystem protocol"))
            .or(.unsupported("Unknown scsi_host subsystem protocol '%'")),
          .any("wwpn").required(.xml("missing vhost-scsi hostdev source wwpn")),
        ])
    default:
      .element("source", [], [.element("address", [.uuid("uuid").required(.xml("Missing 'uuid' attribute for element <address>"))])]) {
        (output, _) throws(DefinitionError) in
        guard output[child: "address"] != nil else { throw .unsupported("Missing <address> element") }
        return output
      }
    }
  }

  private static let usbSource = ElementRule.group(
    "source",
    [
      AttributeRule.choice("startupPolicy", ["default", "mandatory", "requisite", "optional"]).hiding("default"),
      .choice("guestReset", ["off", "uninitialized", "on"]),
    ],
    [
      .element("vendor", [.hex("id", 4).required]), .element("product", [.hex("id", 4).required]),
      .element("address", [.unsigned("bus").required, .unsigned("device").required]),
    ]
  ) { (output, _) throws(DefinitionError) in
    let (vendor, product) = (output[child: "vendor"] != nil, output[child: "product"] != nil)
    if vendor, !product { throw .failure("missing product") }
    if product, !vendor { throw .failure("missing vendor") }
    return output
  }

  private static let scsiSource = ElementRule.element(
    "source",
    [.choice("protocol", ["adapter", "iscsi"]).hiding("adapter").or(.unsupported("Unknown SCSI subsystem protocol '%'")), .any("name")],
    [
      host.many, .element("adapter", [.any("name")]),
      .element(
        "address",
        [
          .unsigned("bus").required, .unsigned("target").required, .large("unit").required,
        ]), .group("initiator", [], [.element("iqn", [.any("name")])]), auth,
    ]
  ) { (output, _) throws(DefinitionError) in
    if output[attribute: "protocol"] == "iscsi" {
      guard output[attribute: "name"] != nil else { throw .xml("missing iSCSI hostdev source path name") }
      guard output[child: "host"] != nil else { throw .xml("missing the host address for the iSCSI hostdev") }
      return output
    }
    guard output[child: "address"] != nil else { throw .xml("'address' must be specified for scsi hostdev source") }
    guard output[child: "adapter"]?[attribute: "name"] != nil else {
      throw .xml("'adapter' name must be specified for scsi hostdev source")
    }
    return output
  }

  private static func capability(_ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    guard let type = input[attribute: "type"] else { throw .xml("missing source address type") }
    let elements = ["storage": "block", "misc": "char", "net": "interface"]
    let devices = ["storage": "storage", "misc": "character", "net": "net"]
    guard let name = elements[type], let kind = devices[type] else {
      throw .unsupported("unknown host device source address type '\(type)'")
    }
    guard let source = input[child: "source"] else { throw .xml("Missing <source> element in hostdev device") }
    guard let text = source[child: name]?.text, !text.isEmpty else {
      throw .xml("Missing <\(name)> element in hostdev \(kind) device")
    }
    let inner = XMLElement("source", children: [.element(XMLElement(name, text: text))])
    return XMLElement(
      "hostdev", attributes: [XMLAttribute("mode", "capabilities"), XMLAttribute("type", type)], children: [.element(inner)])
  }
}
