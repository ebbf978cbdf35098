import XMLTree

extension DomainRules {
  /// A trusted platform module.
  static let tpm = ElementRule.element("tpm", [.choice("model", ["tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy"])]) {
    (output, input) throws(DefinitionError) in
    let backends = input.elements("backend")
    guard let backend = backends.first else { throw .xml("missing TPM device backend") }
    guard backends.count == 1 else { throw .xml("only one TPM backend is supported") }
    var output = output
    if let made = try tpmBackend.apply(backend) { output.children.append(.element(made)) }
    for rule in placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  /// What libvirt checks once all devices are read.
  static func validateTPM(_ device: XMLElement) throws(DefinitionError) {
    guard let backend = device[child: "backend"], backend[child: "active_pcr_banks"] != nil else { return }
    guard backend[attribute: "version"] == "2.0" else { throw .xml("<active_pcr_banks/> requires TPM version '2.0'") }
  }

  private static let banks = ["sha1", "sha256", "sha384", "sha512"]

  /// The socket of a program that plays the module.
  private static let externalSource = ElementRule.element(
    "source", [.any("type"), .choice("mode", ["connect", "bind"]).or("connect"), .any("path")]
  ) { (output, _) throws(DefinitionError) in
    guard output[attribute: "path"] != nil else { throw .xml("missing socket path for external TPM device") }
    guard output[attribute: "mode"] == "connect" else { throw .xml("only 'client' mode is supported for external TPM device") }
    return output
  }

  private static let tpmBackend = ElementRule.element(
    "backend",
    [
      .choice("type", ["passthrough", "emulator", "external"]).required, .choice("version", ["1.2", "2.0"]),
      AttributeRule.choice("persistent_state", ["yes", "no"]).hiding("no")
        .or(.failure("Invalid persistent_state value, either 'yes' or 'no'")),
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    switch output[attribute: "type"] {
    case "passthrough":
      let path = input[child: "device"]?[attribute: "path"] ?? "/dev/tpm0"
      output.attributes = [XMLAttribute("type", "passthrough")]
      output.children = [.element(XMLElement("device", attributes: [XMLAttribute("path", path)]))]
    case "emulator":
      if let secret = input[child: "encryption"]?[attribute: "secret"] {
        guard let uuid = UUIDText(secret) else { throw .failure("Unable to parse secret uuid '\(secret)'") }
        output.children.append(.element(XMLElement("encryption", attributes: [XMLAttribute("secret", uuid.text)])))
      }
      if let active = input[child: "active_pcr_banks"] {
        for bank in active.elements where !banks.contains(bank.name) { throw .unsupported("Unsupported PCR banks '\(bank.name)'") }
        let found = banks.filter { active[child: $0] != nil }
        guard !found.isEmpty else { break }
        output.children.append(.element(XMLElement("active_pcr_banks", children: found.map { .element(XMLElement($0)) })))
      }
    default:
      guard let source = input[child: "source"], let type = source[attribute: "type"] else {
        throw .xml("missing external TPM backend type")
      }
      guard characterKinds.contains(type) else { throw .unsupported("unknown backend type '\(type)' for external TPM") }
      guard type == "unix" else { throw .xml("only source type 'unix' is supported for external TPM device") }
      guard input.elements("source").count == 1 else { throw .xml("only one source element is allowed for character device") }
      guard let made = try externalSource.apply(source) else { break }
      output.attributes.removeAll { $0.name != "type" }
      output.children = [.element(made)]
    }
    return output
  }
}
