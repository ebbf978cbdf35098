import XMLTree

extension DomainRules {
  /// A USB device that a client lends.
  static let redirdev = ElementRule.element(
    "redirdev",
    [
      .choice("bus", ["usb"]).or("usb").or(.unsupported("unknown redirdev bus '%'")),
      .choice("type", ["null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix", "spicevmc", "spiceport", "nmdm"])
        .required(.failure("missing type in redirdev")).or(.unsupported("unknown redirdev character device type '%'")),
    ], characterSource + placement
  ) { (output, input) throws(DefinitionError) in
    var output = output
    try checkCounts(input)
    try checkCharacterSource(&output)
    return output
  }

  /// Which devices may be lent; no filter when it is empty.
  static let redirfilter = ElementRule.element("redirfilter", [], [usbDevice.many]) { (output, _) throws(DefinitionError) in
    output.children.isEmpty ? nil : output
  }

  private static let usbDevice = ElementRule.element("usbdev") { (output, input) throws(DefinitionError) in
    var output = output
    for (name, limit, digits) in [("class", 0xFF, 2), ("vendor", 0xFFFF, 4), ("product", 0xFFFF, 4)] {
      guard let text = input[attribute: name], text != "-1" else { continue }
      guard let value = Number.unsigned(text, anyBase: true) else { throw .failure("Cannot parse USB \(name) code \(text)") }
      guard value <= UInt64(limit) else {
        throw .failure(name == "class" ? "Invalid USB Class code \(text)" : "Invalid USB \(name) ID \(text)")
      }
      output[attribute: name] = Number.hex(value, digits, uppercase: true)
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
      output.children = certificates.map { .element(XMLElement("certificate", text: $0.text)) }
      if let database = input[child: "database"], !database.text.isEmpty {
        output.children.append(.element(XMLElement("database", text: database.text)))
      }
    case "passthrough":
      guard input[attribute: "type"] != nil else { throw .xml("passthrough mode requires a character device type attribute") }
      guard var made = try ElementRule.element("smartcard", [.any("mode"), characterType], characterSource).apply(input) else { break }
      try checkCharacterSource(&made)
      output = made
    default: break
    }
    for rule in placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }
}
