import XMLTree

extension DomainRules {
  private static let names = ["managerid", "typeid", "typeidversion", "instanceid", "interfaceid", "profileid"]
  /// Numbers, and the first one that is too large.
  private static let numbers: [String: UInt64] = ["managerid": 0x100, "typeid": 0x100_0000, "typeidversion": 0x100]
  private static let uuids: Set<String> = ["instanceid", "interfaceid"]
  private static let taken: [String: Set<String>] = [
    "802.1Qbg": ["managerid", "typeid", "typeidversion", "instanceid"], "802.1Qbh": ["profileid"],
    "openvswitch": ["interfaceid", "profileid"], "midonet": ["interfaceid"],
  ]
  private static let needed: [String: [String]] = [
    "802.1Qbg": ["managerid", "typeid", "typeidversion"], "802.1Qbh": ["profileid"], "midonet": ["interfaceid"],
  ]

  /// How the switch behind the interface knows it.
  static let virtualPort = ElementRule.element(
    "virtualport", [.choice("type", ["802.1Qbg", "802.1Qbh", "openvswitch", "midonet"]).or(.unsupported("unknown virtualport type %"))]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    let kind = output[attribute: "type"]
    let given = input[child: "parameters"]
    var made = XMLElement("parameters")
    for name in names {
      if let text = given?[attribute: name] { made[attribute: name] = try parameter(name, text) }
    }
    if let kind { try check(&made, kind) }
    complete(&made, kind)
    if !made.attributes.isEmpty { output.children = [.element(made)] }
    return output
  }

  private static func parameter(_ name: String, _ text: String) throws(DefinitionError) -> String {
    if let limit = numbers[name] {
      guard let number = Number.unsigned(text, anyBase: true) else { throw .xml("cannot parse value of \(name) parameter") }
      guard number < limit else { throw .xml("value \(name == "typeid" ? "for" : "of") \(name) out of range") }
      return String(number)
    }
    if uuids.contains(name) {
      guard let uuid = UUIDText(text) else { throw .xml("cannot parse \(name) parameter as a uuid") }
      return uuid.text
    }
    guard text.utf8.count < 40 else { throw .xml("\(name) parameter too long") }
    return text
  }

  /// Each kind of switch has parameters of its own; only MidoNet does not mind a profile.
  private static func check(_ parameters: inout XMLElement, _ kind: String) throws(DefinitionError) {
    for name in needed[kind] ?? [] where parameters[attribute: name] == nil {
      throw .xml("missing \(name) in <virtualport type='\(kind)'>")
    }
    if kind == "midonet" { parameters[attribute: "profileid"] = nil }
    for name in names where parameters[attribute: name] != nil && taken[kind]?.contains(name) == false {
      throw .xml("extra \(name) unsupported in <virtualport type='\(kind)'>")
    }
  }

  private static func complete(_ parameters: inout XMLElement, _ kind: String?) {
    if kind == "openvswitch" || kind == nil, parameters[attribute: "interfaceid"] == nil {
      parameters.insert("interfaceid", UUIDText.random().text, after: ["managerid", "typeid", "typeidversion", "instanceid"])
    }
    if kind == "802.1Qbg" || kind == nil, parameters[attribute: "instanceid"] == nil {
      parameters.insert("instanceid", UUIDText.random().text, after: ["managerid", "typeid", "typeidversion"])
    }
  }
}
