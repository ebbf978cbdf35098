import XMLTree

extension DomainRules {
  /// What an interface is connected to; which rule holds follows from the interface's `type`.
  static let interfaceSources: [ElementRule] = [
    ElementRule.group("source", [], hostAddresses).when("type", "user", "ethernet", "null"),
    source([.any("network").required, .any("portgroup")]).when("type", "network"),
    source([.any("bridge").required]).when("type", "bridge"),
    source([.any("name").required]).when("type", "internal"),
    source([.any("dev").required, .choice("mode", ["vepa", "private", "bridge", "passthrough"]).or("vepa")]).when("type", "direct"),
    source([.any("address"), .signed("port").required]).when("type", "server"),
    source([.any("address").required, .signed("port").required]).when("type", "client", "mcast"),
    udp.when("type", "udp"), source([.any("dev").required]).when("type", "vdpa"),
    ElementRule.element(
      "source",
      [
        .choice("type", ["unix"]).required.or(.unsupported("Type='%' unsupported for <interface type='vhostuser'>")),
        .any("path").required,
        .choice("mode", ["server", "client"]).required,
      ], [reconnect]
    ).when("type", "vhostuser"),
    source([.uuid("switchid").required, .long("portid").required, .any("portgroupid").required, .long("connectionid").required])
      .when("type", "vds"),
    hostdevSource.when("type", "hostdev"),
  ]

  private static func source(_ attributes: [AttributeRule]) -> ElementRule { .element("source", attributes, hostAddresses) }

  /// The host's own addresses, which libvirt reads for every kind of interface and then refuses for all but one.
  static let hostAddresses: [ElementRule] = [ipAddress.many, route("interface host IP").many]

  private static let udp = ElementRule.element(
    "source", [.any("address").required, .signed("port").required],
    [
      .element("local", [.any("address").required, .signed("port").required])
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[child: "local"] != nil else { throw .xml("'<local>' element missing for 'udp' socket interface") }
    return output
  }

  private static let hostdevSource = ElementRule.element("source") { (output, input) throws(DefinitionError) in
    let address = input[child: "address"] ?? XMLElement("address")
    // Who names a vendor means a USB device.
    guard let type = address[attribute: "type"] ?? (input[child: "vendor"] == nil ? nil : "usb") else {
      throw .xml("missing source address type")
    }
    var output = output
    var made: XMLElement?
    switch type {
    case "pci": made = try hostPCI.apply(address)
    case "usb":
      guard var source = try usbSource.apply(input) else { return output }
      source[child: "address"]?.attributes.insert(XMLAttribute("type", type), at: 0)
      return source
    case let type where !hostdevKinds.contains(type): throw .unsupported("unknown host device source address type '\(type)'")
    default: throw .unsupported("address type='\(type)' not supported in hostdev interfaces")
    }
    made?.attributes.insert(XMLAttribute("type", type), at: 0)
    if let made { output.children = [.element(made)] }
    return output
  }

  static let isolation = ElementRule.group("port", [.yesNo("isolated")])

  static let vlan = ElementRule.element(
    "vlan", [.yesNo("trunk").orEmpty.or(.xml("invalid \"trunk='%'\" in <vlan> - must be yes or no"))],
    [
      ElementRule.element("tag", [.unsigned("id").required, .choice("nativeMode", ["tagged", "untagged"])]) {
        (output, _) throws(DefinitionError) in
        let id = UInt64(output[attribute: "id"] ?? "") ?? 0
        guard id <= 4095 else { throw .xml("vlan tag id \(id) too large (maximum 4095)") }
        return output
      }.many
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    guard !output.children.isEmpty else {
      throw .xml("missing tag id - each <vlan> must have at least one <tag id='n'/> subelement")
    }
    let natives = output.elements.count { $0[attribute: "nativeMode"] != nil }
    guard natives < 2 else { throw .xml("duplicate native vlan setting") }
    let native = natives == 1
    if output.children.count > 1 || native {
      guard output[attribute: "trunk"] != "no" else {
        throw .xml("invalid \"trunk='no'\" in <vlan> - trunk='yes' is required for more than one vlan tag")
      }
      if output.children.count > 1 { output[attribute: "trunk"] = "yes" }
    }
    if output[attribute: "trunk"] == "no" { output[attribute: "trunk"] = nil }
    return output
  }

  static let bandwidth = ElementRule.group("bandwidth") { (output, input) throws(DefinitionError) in
    if input[attribute: "classID"] != nil {
      throw .detail("classID attribute not supported on <bandwidth> in this usage context")
    }
    var output = output
    for name in ["inbound", "outbound"] {
      let found = input.elements(name)
      guard found.count < 2 else { throw .detail("Only one child <\(name)> element allowed") }
      guard let element = found.first else { continue }
      let made = try ElementRule.element(
        name,
        ["average", "peak", "floor", "burst"].map {
          .large($0).or(.unsupported("could not convert bandwidth \($0) value '%'"))
        }
      ).apply(element)
      guard let made else { continue }
      guard made[attribute: "average"] != nil || made[attribute: "floor"] != nil else {
        throw .detail("Missing mandatory average or floor attributes")
      }
      if made[attribute: "average"] == nil, made[attribute: "peak"] != nil || made[attribute: "burst"] != nil {
        throw .unsupported("'peak' and 'burst' require 'average' attribute")
      }
      if name == "outbound", made[attribute: "floor"] != nil { throw .unsupported("'floor' attribute allowed only in <inbound> element") }
      output.children.append(.element(made))
    }
    return output
  }
}
