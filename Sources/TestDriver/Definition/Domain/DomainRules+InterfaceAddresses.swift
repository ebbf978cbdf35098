import XMLTree

extension DomainRules {
  /// The guest's own addresses.
  static let guestAddresses: [ElementRule] = [ip.many, route.many]

  private static let ip = ElementRule.element("ip") { (output, input) throws(DefinitionError) in
    guard let text = input[attribute: "address"] else { throw .xml("Missing required address in <ip>") }
    let family = input[attribute: "family"]
    guard let address = SocketAddress(text), family != "ipv6" || !address.isIPv4, family != "ipv4" || address.isIPv4 else {
      throw .xml("Invalid address '\(text)' in <ip>")
    }
    var output = output
    output.attributes = [XMLAttribute("address", address.text), XMLAttribute("family", address.isIPv4 ? "ipv4" : "ipv6")]
    if let prefix = input[attribute: "prefix"] {
      guard let value = Number.unsigned(prefix), value <= (address.isIPv4 ? 32 : 128) else {
        throw .xml("Invalid prefix value '\(prefix)' in <ip>")
      }
      if value > 0 { output[attribute: "prefix"] = String(value) }
    }
    if let peer = input[attribute: "peer"] {
      guard let value = SocketAddress(peer) else { throw .invalid("Invalid peer '\(peer)' in <ip>") }
      output[attribute: "peer"] = value.text
    }
    return output
  }

  private static let ports = ["802.1Qbg", "802.1Qbh", "openvswitch", "midonet"]
  private static let parameters = ["managerid", "typeid", "typeidversion", "instanceid", "interfaceid", "profileid"]

  /// How the switch behind the interface knows it.
  static let virtualPort = ElementRule.element(
    "virtualport",
    [
      .choice("type", ports).or(.unsupported("unknown virtualport type %"))
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    let kind = output[attribute: "type"]
    let given = input[child: "parameters"]
    guard kind != nil || given != nil else { throw .xml("missing required virtualport type") }
    var made = XMLElement("parameters")
    for name in parameters {
      guard let text = given?[attribute: name] else { continue }
      made[attribute: name] = name.hasSuffix("anceid") || name == "interfaceid" ? try uuid(text, name) : text
    }
    if kind == "openvswitch" || kind == nil, made[attribute: "interfaceid"] == nil {
      made.insert("interfaceid", UUIDText.random().text, after: ["managerid", "typeid", "typeidversion", "instanceid"])
    }
    if kind == nil, made[attribute: "instanceid"] == nil {
      made.insert("instanceid", UUIDText.random().text, after: ["managerid", "typeid", "typeidversion"])
    }
    if !made.attributes.isEmpty { output.children = [.element(made)] }
    return output
  }

  private static func uuid(_ text: String, _ name: String) throws(DefinitionError) -> String {
    guard let uuid = UUIDText(text) else { throw .xml("cannot parse \(name) parameter as a uuid") }
    return uuid.text
  }
}
