import XMLTree

extension DomainRules {
  /// Labels of the security driver.
  static let seclabel = ElementRule.element(
    "seclabel",
    [
      .choice("type", ["none", "dynamic", "static"]), .any("model"), .yesNo("relabel"),
    ], [.text("label"), .text("imagelabel"), .text("baselabel")]
  ) { (output, _) throws(DefinitionError) in
    guard let type = output[attribute: "type"] else { return nil }
    var output = output
    let relabel = output[attribute: "relabel"]
    output[child: "imagelabel"] = nil
    switch type {
    case "none":
      guard relabel != "yes" else { throw .unsupported("resource relabeling is not compatible with 'none' label type") }
      output[attribute: "relabel"] = nil
    case "dynamic":
      guard relabel != "no" else { throw .unsupported("dynamic label type must use resource relabeling") }
      output[attribute: "relabel"] = "yes"
      output[child: "label"] = nil
    default:
      guard output[child: "label"] != nil else { throw .xml("security label is missing") }
      output[attribute: "relabel"] = relabel ?? "no"
      output[child: "baselabel"] = nil
    }
    return output
  }

  /// Keys of IBM Z guests.
  static let keywrap = ElementRule.group(
    "keywrap", [],
    [
      ElementRule.element("cipher", [.choice("name", ["aes", "dea"]).required, .onOff("state").required]).many
    ]
  ) { (output, _) throws(DefinitionError) in
    var names: Set<String> = []
    for name in output.elements.compactMap({ $0[attribute: "name"] }) {
      guard names.insert(name).inserted else {
        throw .failure("A domain definition can have no more than one cipher node with name \(name)")
      }
    }
    var output = output
    output.sort("cipher") { $0[attribute: "name"] ?? "" }
    return output
  }

  /// Memory that the host cannot read.
  static let launchSecurity = ElementRule.element(
    "launchSecurity",
    [
      .choice("type", ["sev", "s390-pv"]).required, .yesNo("kernelHashes"),
    ],
    [
      ElementRule.text("cbitpos", .bits32(.xml("Invalid format for launch security cbitpos"))).when("type", "sev"),
      ElementRule.text("reducedPhysBits", .bits32(.xml("Invalid format for launch security reduced-phys-bits"))).when("type", "sev"),
      ElementRule(
        name: "policy",
        refine: { (output, input) throws(DefinitionError) in
          let digits = input.text.hasPrefix("0x") ? input.text.dropFirst(2) : input.text[...]
          guard let policy = UInt32(digits, radix: 16), !digits.hasPrefix("+") else {
            throw .xml("failed to get launch security policy")
          }
          var output = output
          output.children = [.text(Number.hex(UInt64(policy), 4))]
          return output
        }
      ).when("type", "sev"),
      ElementRule.text("dhCert").when("type", "sev"), ElementRule.text("session").when("type", "sev"),
    ]
  ) { (output, _) throws(DefinitionError) in
    if output[attribute: "type"] == "sev", output[child: "policy"] == nil { throw .xml("failed to get launch security policy") }
    return output
  }
}
