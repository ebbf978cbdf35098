import XMLTree

extension DomainRules {
  /// A USB device that a client lends.
  static let redirdev = ElementRule.element(
    "redirdev",
    [
      .choice("bus", ["usb"]).or("usb").or(.unsupported("unknown redirdev bus '%'")),
      .choice("type", characterKinds).required(.failure("missing type in redirdev")).or(
        .unsupported("unknown redirdev character device type '%'")),
    ], characterSource + bootPlacement
  ) { (output, input) throws(DefinitionError) in
    var output = output
    try checkCounts(input)
    completeCharacterSource(&output)
    if output[attribute: "type"] == "dbus", output[child: "source"] == nil {
      output.children.insert(.element(XMLElement("source", attributes: [XMLAttribute("channel", "org.qemu.usbredir")])), at: 0)
    }
    if let type = output[child: "address"]?[attribute: "type"], type != "usb" { throw .xml("Invalid address for a USB device") }
    return output
  }

  /// Which devices may be lent; no filter when it is empty.
  static let redirfilter = ElementRule.element("redirfilter", [], [usbDevice.many]) { (output, _) throws(DefinitionError) in
    output.children.isEmpty ? nil : output
  }

  private static let usbDevice = ElementRule.element("usbdev") { (output, input) throws(DefinitionError) in
    var output = output
    for (name, digits) in [("class", 2), ("vendor", 4), ("product", 4)] {
      guard let text = input[attribute: name] else { continue }
      guard let value = Number.signed(text, anyBase: true).flatMap({ Int32(exactly: $0) }) else {
        throw .xml("Invalid value for attribute '\(name)' in element 'usbdev': '\(text)'. Expected integer value")
      }
      // -1 stands for all; of classes there are only 256.
      if name == "class", value != -1, value & ~0xFF != 0 {
        throw .failure("Invalid USB Class code \(Number.hex(UInt64(UInt32(bitPattern: value)), 1))")
      }
      if value >= 0 { output[attribute: name] = Number.hex(UInt64(value), digits, uppercase: true) }
    }
    if let version = input[attribute: "version"], version != "-1" { output[attribute: "version"] = try usbVersion(version) }
    output[attribute: "allow"] = try AttributeRule.yesNo("allow").required.value(in: input)
    return output
  }

  private static func usbVersion(_ text: String) throws(DefinitionError) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Number.unsigned(String($0)) }
    guard parts.count == 2, let major = parts[0], let minor = parts[1], major < 100, minor < 100 else {
      throw .xml("Cannot parse USB device version \(text)")
    }
    // One digit behind the point means tenths.
    let digits = text.split(separator: ".").last?.count == 1 ? "\(minor)0" : minor < 10 ? "0\(minor)" : "\(minor)"
    return "\(major).\(digits)"
  }

  static let hub = ElementRule.element(
    "hub",
    [
      .choice("type", ["usb"]).required(.failure("missing hub device type")).or(.unsupported("unknown hub device type '%'"))
    ], placement)

  /// A reader for smart cards.
  static let smartcard = ElementRule.element("smartcard", [.choice("mode", ["host", "host-certificates", "passthrough"]).required]) {
    (output, input) throws(DefinitionError) in
    var output = output
    switch output[attribute: "mode"] {
    case "host-certificates":
      let certificates = input.elements("certificate")
      guard certificates.count == 3 else { throw .xml("host-certificates mode needs exactly three certificates") }
      output.children = certificates.map { .element(XMLElement("certificate", children: [.text($0.text)])) }
      if let database = input[child: "database"], !database.text.isEmpty {
        guard database.text.hasPrefix("/") else { throw .xml("expecting absolute path: \(database.text)") }
        output.children.append(.element(XMLElement("database", text: database.text)))
      }
    case "passthrough":
      guard input[attribute: "type"] != nil else { throw .xml("passthrough mode requires a character device type attribute") }
      guard var made = try ElementRule.element("smartcard", [.any("mode"), characterType], characterSource).apply(input) else { break }
      try checkCounts(input)
      completeCharacterSource(&made)
      output = made
    default: break
    }
    for rule in placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  /// What libvirt checks once all devices are read.
  static func validateSmartcard(_ card: XMLElement) throws(DefinitionError) {
    if let type = card[child: "address"]?[attribute: "type"], type != "ccid" {
      throw .unsupported("Controllers must use the 'ccid' address type")
    }
    try checkCharacterSource(card)
  }
}
