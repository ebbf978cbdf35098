import XMLTree

extension DomainRules {
  /// What stands at the end of every device: the order of booting, a name, a ROM, the place on a bus.
  static let placement: [ElementRule] = [boot, alias, master, rom, acpiIndex, address]

  private static let boot = ElementRule.element("boot", [.positive("order").required, .any("loadparm")])

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

  private static let master = ElementRule.group("master", [.unsigned("startport")])

  private static let rom = ElementRule.group("rom", [.yesNo("enabled"), .onOff("bar"), .any("file")]) {
    (output, _) throws(DefinitionError) in
    if output[attribute: "enabled"] == "no", output.attributes.count > 1 {
      throw .xml("ROM tuning is not supported when ROM is disabled")
    }
    return output
  }

  private static let acpiIndex = ElementRule.group("acpi", [AttributeRule.unsigned("index").hiding("0")])

  static let address = ElementRule.element("address") { (output, input) throws(DefinitionError) in
    guard let type = input[attribute: "type"] else { throw .failure("No type specified for device address") }
    guard let rules = addressRules[type] else { throw .unsupported("unknown address type '\(type)'") }
    var output = output
    output.attributes = [XMLAttribute("type", type)]
    for rule in rules {
      if let value = try rule.value(in: input) { output.attributes.append(XMLAttribute(rule.name, value)) }
    }
    if type == "pci" { try checkPCI(&output) }
    return output
  }

  private static let addressRules: [String: [AttributeRule]] = [
    "pci": pciAttributes,
    "drive": ["controller", "bus", "target", "unit"].map { .unsigned($0).or("0") },
    "virtio-serial": ["controller", "bus", "port"].map { .unsigned($0).or("0") },
    "ccid": ["controller", "slot"].map { .unsigned($0).or("0") },
    "usb": [.unsigned("bus").or("0"), .any("port")],
    "spapr-vio": [.hex("reg", 8, max: .max)],
    "virtio-s390": [], "virtio-mmio": [], "unassigned": [],
    "ccw": [.hex("cssid", 2), .hex("ssid", 1), .hex("devno", 4)],
    "isa": [.hex("iobase", 1), .hex("irq", 1)],
    "dimm": [.unsigned("slot").or("0"), .hex("base", 1, max: .max)],
  ]

  static let pciAttributes: [AttributeRule] = [
    .hex("domain", 4).or("0x0000"), .hex("bus", 2).or("0x00"), .hex("slot", 2).or("0x00"), .hex("function", 1).or("0x0"),
    .onOff("multifunction"),
  ]

  /// Checks the ranges of a PCI address and shortens the one that says nothing.
  static func checkPCI(_ element: inout XMLElement) throws(DefinitionError) {
    func number(_ name: String) -> UInt64 { Number.unsigned(element[attribute: name] ?? "", anyBase: true) ?? 0 }
    func text(_ number: UInt64) -> String { "0x" + String(number, radix: 16, uppercase: true) }
    if number("domain") > 0xFFFF { throw .xml("Invalid PCI address domain='\(Number.hex(number("domain"), 1))', must be <= 0xFFFF") }
    if number("bus") > 0xFF { throw .xml("Invalid PCI address bus='\(Number.hex(number("bus"), 1))', must be <= 0xFF") }
    if number("slot") > 0x1F { throw .xml("Invalid PCI address slot='\(Number.hex(number("slot"), 1))', must be <= 0x1F") }
    if number("function") > 7 { throw .xml("Invalid PCI address function=\(Number.hex(number("function"), 1)), must be <= 7") }
    if element[attribute: "type"] == "pci", ["domain", "bus", "slot", "function"].allSatisfy({ number($0) == 0 }) {
      element.attributes.removeAll { $0.name != "type" && $0.name != "multifunction" }
    }
  }
}
