import XMLTree

extension DomainRules {
  /// A route of the guest or the host; the owner begins libvirt's sentences.
  static func route(_ owner: String) -> ElementRule {
    .element("route") { (output, input) throws(DefinitionError) in try route(owner, output, input) }
  }

  private static func route(_ owner: String, _ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement {
    func wrong(_ text: String) -> DefinitionError { .xml("\(owner): \(text) in route definition") }
    guard let address = input[attribute: "address"] else { throw wrong("Missing required address attribute") }
    guard let gateway = input[attribute: "gateway"] else { throw wrong("Missing required gateway attribute") }
    let netmask = input[attribute: "netmask"]
    let prefix = try AttributeRule.unsigned("prefix").value(in: input)
    guard let network = SocketAddress(address) else { throw wrong("Bad network address '\(address)'") }
    guard let via = SocketAddress(gateway) else { throw wrong("Bad gateway address '\(gateway)'") }
    let mask = netmask.flatMap { SocketAddress($0) }
    if let netmask, mask == nil { throw wrong("Bad netmask address '\(netmask)'") }
    try checkFamily(input[attribute: "family"], network, address, via, gateway, wrong)
    if netmask != nil, prefix != nil { throw .xml("\(owner): Route definition cannot have both a prefix and a netmask") }
    if let netmask, let mask {
      guard network.isIPv4 else { throw wrong("Specifying netmask invalid for IPv6 address '\(address)'") }
      guard mask.isIPv4 else {
        throw .xml("\(owner): Invalid netmask '\(netmask)' for address '\(address)' (both must be IPv4)")
      }
    }
    let bits = prefix.flatMap { Int($0) } ?? mask?.bits ?? 0
    guard bits <= network.bytes.count * 8 else {
      throw .xml("\(owner): Invalid prefix \(bits) specified in route definition, must be 0 - \(network.bytes.count * 8)")
    }
    guard mask.map({ network.isNetwork(mask: $0) }) ?? network.isNetwork(bits: bits) else { throw wrong("Address '\(address)'").notNetwork }
    var output = output
    output[attribute: "family"] = input[attribute: "family"]
    output[attribute: "address"] = network.text
    output[attribute: "netmask"] = mask?.text
    output[attribute: "prefix"] = prefix
    output[attribute: "gateway"] = via.text
    output[attribute: "metric"] = try AttributeRule.positive("metric").value(in: input)
    return output
  }

  private static func checkFamily(
    _ family: String?, _ network: SocketAddress, _ address: String, _ via: SocketAddress, _ gateway: String,
    _ wrong: (String) -> DefinitionError
  ) throws(DefinitionError) {
    switch family {
    case nil where !network.isIPv4: throw wrong("No family specified for non-IPv4 address '\(address)'")
    case "ipv4" where !network.isIPv4: throw wrong("IPv4 family specified for non-IPv4 address '\(address)'")
    case "ipv6" where network.isIPv4: throw wrong("ipv6 family specified for non-IPv6 address '\(address)'")
    case nil, "ipv4", "ipv6": break
    case .some(let family): throw wrong("Unrecognized family '\(family)'")
    }
    // libvirt names the address here where it means the gateway.
    if network.isIPv4, !via.isIPv4 {
      throw wrong("\(family == nil ? "No family" : "IPv4 family") specified for non-IPv4 gateway '\(address)'")
    }
    if !network.isIPv4, via.isIPv4 { throw wrong("ipv6 specified for non-IPv6 gateway address '\(gateway)'") }
  }
}

extension DefinitionError {
  /// The same sentence about an address that has bits set outside its network.
  fileprivate var notNetwork: Self {
    var copy = self
    copy.text += " is not a network address"
    return copy
  }
}
