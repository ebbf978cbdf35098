import XMLTree

extension DomainRules {
  /// What stands at the end of every device: a name, the place on a bus.
  static let placement: [ElementRule] = [alias, master, acpiIndex, address]
  /// The same for devices that the guest may boot from.
  static let bootPlacement: [ElementRule] = [boot] + placement
  /// The same for devices that the guest may boot from and that bring a ROM.
  static let romPlacement: [ElementRule] = [boot, alias, master, rom, acpiIndex, address]

  private static let boot = ElementRule.element("boot", [.positive("order").required, .any("loadparm")]) {
    (output, _) throws(DefinitionError) in
    guard let text = output[attribute: "loadparm"]?.uppercased() else { return output }
    guard (1...8).contains(text.utf8.count) else { throw .failure("loadparm value '\(text)' must be between 1 and 8 characters") }
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == " ") }) else {
      throw .failure("invalid loadparm value '\(text)', expecting chars in set of [a-zA-Z0-9.] and blank spaces")
    }
    var output = output
    output[attribute: "loadparm"] = text
    return output
  }

  /// libvirt makes its own names; those of users begin with `ua-`.
  private static let alias = ElementRule.element("alias", [.any("name")]) { (output, _) throws(DefinitionError) in
    guard let name = output[attribute: "name"], name.hasPrefix("ua-"),
      name.utf8.allSatisfy({ byte in
        let character = Character(UnicodeScalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber || character == "-" || character == "_")
      })
    else { return nil }
    return output
  }

  private static let master = ElementRule.element("master", [.unsigned("startport").or("0")])

  private static let rom = ElementRule.group("rom", [.yesNo("enabled"), .onOff("bar"), .any("file")]) {
    (output, _) throws(DefinitionError) in
    if output[attribute: "enabled"] == "no", output.attributes.count > 1 {
      throw .unsupported("ROM tuning is not supported when ROM is disabled")
    }
    return output
  }

  private static let acpiIndex = ElementRule.group("acpi", [.positive("index")])

  static let address = ElementRule.element("address") { (output, input) throws(DefinitionError) in
    guard let type = input[attribute: "type"] else { throw .failure("No type specified for device address") }
    guard let rules = addressRules[type] else { throw .unsupported("unknown address type '\(type)'") }
    var output = output
    output.attributes = [XMLAttribute("type", type)]
    let port = type == "usb" ? try usbPort(input) : nil
    for rule in rules {
      if let value = try rule.value(in: input) { output.attributes.append(XMLAttribute(rule.name, value)) }
    }
    switch type {
    case "pci":
      try checkPCI(&output)
      if let zpci = try input[child: "zpci"].flatMap(zpci.apply) { output.children = [.element(zpci)] }
    case "usb": output[attribute: "port"] = port
    case "ccw": try completeCCW(&output)
    case "virtio-s390": throw .xml("virtio-s390 bus doesn't have an address")
    default: break
    }
    return output
  }

  /// What only machines of the s390 kind say about a PCI address.
  private static let zpci = ElementRule.group("zpci", [.hex("uid", 4), .hex("fid", 8)]) { (output, _) throws(DefinitionError) in
    guard let first = output.attributes.first else { return nil }
    var output = output
    if output.attributes.count == 1 {
      let isUID = first.name == "uid"
      output.attributes.insert(XMLAttribute(isUID ? "fid" : "uid", isUID ? "0x00000000" : "0x0000"), at: isUID ? 1 : 0)
    }
    return output
  }

  /// The way through at most four hubs; it ends at the first 0.
  private static func usbPort(_ input: XMLElement) throws(DefinitionError) -> String? {
    guard let text = input[attribute: "port"] else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Number.unsigned(String($0)) }
    guard parts.count <= 4 else { throw .failure("Cannot parse <address> 'port' attribute") }
    var numbers: [UInt64] = []
    for part in parts {
      guard let part, part <= UInt64(UInt32.max) else { throw .failure("Cannot parse <address> 'port' attribute") }
      numbers.append(part)
    }
    let path = numbers.prefix { $0 > 0 }.map { String($0) }.joined(separator: ".")
    return path.isEmpty ? nil : path
  }

  /// All three parts or none of a channel address.
  private static func completeCCW(_ address: inout XMLElement) throws(DefinitionError) {
    let parts = ["cssid", "ssid", "devno"].map { address[attribute: $0] }
    guard parts.contains(where: { $0 != nil }) else {
      address.attributes += [XMLAttribute("cssid", "0x0"), XMLAttribute("ssid", "0x0"), XMLAttribute("devno", "0x0000")]
      return
    }
    guard let cssid = parts[0], let ssid = parts[1], let devno = parts[2] else {
      throw .failure("Invalid partial specification for virtio ccw address")
    }
    func number(_ text: String) -> UInt64 { Number.unsigned(text, anyBase: true) ?? 0 }
    guard number(cssid) <= 0xFE, number(ssid) <= 3, number(devno) <= 0xFFFF else {
      throw .failure("Invalid specification for virtio ccw address: cssid='\(cssid)' ssid='\(ssid)' devno='\(devno)'")
    }
  }

  private static let addressRules: [String: [AttributeRule]] = [
    "pci": pciAttributes,
    "drive": ["controller", "bus", "target", "unit"].map { .unsigned($0).or("0") },
    "virtio-serial": ["controller", "bus", "port"].map { .unsigned($0).or("0") },
    "ccid": ["controller", "slot"].map { .unsigned($0).or("0") },
    "usb": [.unsigned("bus").or("0")],
    "spapr-vio": [.hex("reg", 8, max: .max, base: 16)],
    "virtio-s390": [], "virtio-mmio": [], "unassigned": [],
    "ccw": [.hex("cssid", 1), .hex("ssid", 1), .hex("devno", 4)],
    "isa": [AttributeRule.hex("iobase", 1, base: 16).hiding("0x0"), AttributeRule.hex("irq", 1, base: 16).hiding("0x0")],
    "dimm": [.unsigned("slot").required, AttributeRule.hex("base", 1, max: .max, base: 16).hiding("0x0")],
  ]

  static let pciAttributes: [AttributeRule] = [
    .hex("domain", 4).or("0x0000"), .hex("bus", 2).or("0x00"), .hex("slot", 2).or("0x00"), .hex("function", 1).or("0x0"),
    .onOff("multifunction"),
  ]

  /// Checks the ranges of a PCI address and shortens the one that says nothing.
  static func checkPCI(_ element: inout XMLElement) throws(DefinitionError) {
    func number(_ name: String) -> UInt64 { Number.unsigned(element[attribute: name] ?? "", anyBase: true) ?? 0 }
    func text(_ number: UInt64) -> String { "0x" + String(number, radix: 16, uppercase: true) }
    if number("bus") > 0xFF { throw .xml("Invalid PCI address bus='\(Number.hex(number("bus"), 1))', must be <= 0xFF") }
    if number("slot") > 0x1F { throw .xml("Invalid PCI address slot='\(Number.hex(number("slot"), 1))', must be <= 0x1F") }
    if number("function") > 7 { throw .xml("Invalid PCI address function=\(Number.hex(number("function"), 1)), must be <= 7") }
    if element[attribute: "type"] == "pci", ["domain", "bus", "slot"].allSatisfy({ number($0) == 0 }) {
      element.attributes.removeAll { $0.name != "type" && $0.name != "multifunction" }
    }
  }
}
