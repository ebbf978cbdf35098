import XMLTree

extension DomainRules {
  /// The guest's own addresses and routes.
  static let guestAddresses: [ElementRule] = [ipAddress.many, route("guest interface").many]

  static let ipAddress = ElementRule.element("ip") { (output, input) throws(DefinitionError) in
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
      guard let value = SocketAddress(peer), value.isIPv4 == address.isIPv4 else { throw .invalid("Invalid peer '\(peer)' in <ip>") }
      output[attribute: "peer"] = value.text
    }
    return output
  }
}
