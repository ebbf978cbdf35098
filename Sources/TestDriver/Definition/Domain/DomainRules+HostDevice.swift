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

  static let hostdevKinds = ["usb", "pci", "scsi", "scsi_host", "mdev"]

  private static func subsystem(_ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    guard let type = input[attribute: "type"] else { throw .xml("missing source address type") }
    guard hostdevKinds.contains(type) else { throw .unsupported("unknown host device source address type '\(type)'") }
    guard let source = input[child: "source"] else { throw .xml("Missing <source> element in hostdev device") }
    if type != "usb", source[attribute: "startupPolicy"] != nil {
      throw .unsupported("Setting startupPolicy is only allowed for USB devices")
    }
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
    for rule in [hostdevTeaming] + flags + romPlacement {
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
        if let made = try sourcePCI.apply(input[child: "address"] ?? XMLElement("address")) { output.children = [.element(made)] }
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
        ]
      ) { (output, _) throws(DefinitionError) in
        let name = output[attribute: "wwpn"] ?? ""
        guard name.hasPrefix("naa."), name.utf8.count == 20, name.dropFirst(4).allSatisfy(\.isHexDigit) else {
          throw .xml("malformed 'wwpn' value")
        }
        return output
      }
    default:
      .element(
        "source", [],
        [
          .element(
            "address",
            [
              .uuid("uuid").required(.unsupported("Missing 'uuid' attribute for element <address>"))
                .or(.failure("Cannot parse uuid attribute of element <address>"))
            ])
        ]
      ) {
        (output, _) throws(DefinitionError) in
        guard output[child: "address"] != nil else { throw .unsupported("Missing <address> element") }
        return output
      }
    }
  }

  /// A USB device by what it is or by where it is.
  static let usbSource = ElementRule.group(
    "source",
    [
      AttributeRule.choice("startupPolicy", ["default", "mandatory", "requisite", "optional"]).hiding("default"),
      .choice("guestReset", ["off", "uninitialized", "on"]),
    ],
    [
      .element("vendor", [.hex("id", 4).required]), .element("product", [.hex("id", 4).required]),
      .element("address", [.unsignedAnyBase("bus").required, .unsignedAnyBase("device").required]) { (output, _) throws(DefinitionError) in
        output.attributes.allSatisfy { $0.value == "0" } ? nil : output
      },
    ]
  ) { (output, _) throws(DefinitionError) in
    let (vendor, product) = (output[child: "vendor"] != nil, output[child: "product"] != nil)
    if vendor, !product { throw .failure("missing product") }
    if product, !vendor { throw .failure("missing vendor") }
    if output[child: "vendor"]?[attribute: "id"] == "0x0000" {
      throw .xml("Invalid value for attribute 'id' in element 'vendor': Zero is not permitted")
    }
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
        ]
      ).whenNot("protocol", "iscsi"), auth, .group("initiator", [], [.element("iqn", [.any("name")])]),
    ]
  ) { (output, _) throws(DefinitionError) in
    if output[attribute: "protocol"] == "iscsi" {
      guard let name = output[attribute: "name"] else { throw .xml("missing iSCSI hostdev source path name") }
      let hosts = output.elements("host")
      guard !hosts.isEmpty else { throw .xml("missing the host address for the iSCSI hostdev") }
      guard hosts.count == 1 else { throw .xml("only one source host address may be specified for the iSCSI hostdev") }
      if let port = hosts[0][attribute: "port"], Number.unsigned(port) == nil {
        throw .invalid("failed to parse port number '\(port)'")
      }
      if let secret = output.descendant("auth", "secret") {
        guard let type = secret[attribute: "type"] else { throw .unsupported("invalid secret type (null)") }
        guard secretTypes.contains(type) else { throw .unsupported("invalid secret type \(type)") }
        guard type == "iscsi" else { throw .failure("hostdev invalid secret type '\(type)'") }
      }
      var output = output
      if !name.contains("/") { output[attribute: "name"] = name + "/0" }
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
    var output = XMLElement(
      "hostdev", attributes: [XMLAttribute("mode", "capabilities"), XMLAttribute("type", type)], children: [.element(inner)])
    if type == "net" {
      for rule in [ipAddress, route("Domain hostdev device")] {
        for element in input.elements(rule.name) {
          if let made = try rule.apply(element) { output.children.append(.element(made)) }
        }
      }
    }
    for rule in [hostdevTeaming] + romPlacement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  /// The address of a device of the host, which is not checked.
  private static let sourcePCI = ElementRule.element("address", Array(pciAttributes.dropLast()))

  private static let hostdevTeaming = ElementRule.group(
    "teaming", [.choice("type", ["persistent", "transient"]).or(.unsupported("unknown teaming type '%'")), .any("persistent")])
}
