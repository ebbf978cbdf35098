import XMLTree

extension DomainRules {
  /// Memory that can be plugged in.
  static let memoryDevice = ElementRule.element(
    "memory",
    [
      .choice("model", ["dimm", "nvdimm", "virtio-pmem", "virtio-mem", "sgx-epc"]).required, .choice("access", ["shared", "private"]),
      .yesNo("discard"),
    ],
    [
      .text("uuid"),
      .group(
        "source", [],
        [
          nodes, .size("pagesize", path: "./pagesize"), .text("path"), .size("alignsize", path: "./alignsize"), .flag("pmem"),
        ]), memoryTarget,
    ] + placement
  ) { (output, input) throws(DefinitionError) in
    guard input[child: "target"] != nil else { throw .xml("missing <target> element for <memory> device") }
    if output[child: "uuid"] != nil, output[attribute: "model"] == "nvdimm" {
      throw .unsupported("UUID is not supported for NVDIMM device")
    }
    return output
  }

  private static let nodes = ElementRule.element("nodemask") { (output, input) throws(DefinitionError) in
    guard let set = NumberSet(input.text) else { throw .invalid("Failed to parse bitmap '\(input.text)'") }
    guard !set.numbers.isEmpty else { throw .unsupported("Invalid value of 'nodemask': \(input.text)") }
    var output = output
    output.children = [.text(set.text)]
    return output
  }

  private static let memoryTarget = ElementRule.element(
    "target", [],
    [
      .size("size", path: "./size"), .text("node", .unsigned(.xml("invalid value of memory device node"))),
      .group("label", [], [.size("size", path: "./label/size")]), .size("block", path: "./block"), .size("requested", path: "./requested"),
      .flag("readonly"),
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[child: "size"] != nil else { throw .xml("missing element or attribute './size'") }
    if let label = output.descendant("label", "size").flatMap({ UInt64($0.text) }) {
      guard label >= 128 else { throw .xml("nvdimm label must be at least 128KiB") }
      guard label < output[child: "size"].flatMap({ UInt64($0.text) }) ?? 0 else {
        throw .xml("label size must be smaller than NVDIMM size")
      }
    }
    return output
  }

  /// A trusted platform module.
  static let tpm = ElementRule.element("tpm", [.choice("model", ["tpm-tis", "tpm-crb", "tpm-spapr", "tpm-spapr-proxy"])]) {
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

  private static let banks = ["sha1", "sha256", "sha384", "sha512"]

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
        guard output[attribute: "version"] == "2.0" else { throw .xml("<active_pcr_banks/> requires TPM version '2.0'") }
        let found = banks.filter { active[child: $0] != nil }
        output.children.append(.element(XMLElement("active_pcr_banks", children: found.map { .element(XMLElement($0)) })))
      }
    default:
      guard let source = input[child: "source"], let type = source[attribute: "type"] else {
        throw .xml("missing external TPM backend type")
      }
      guard type == "unix" else { throw .unsupported("unknown backend type '\(type)' for external TPM") }
      output.children = [.element(source.canonicalCopy)]
    }
    return output
  }
}
