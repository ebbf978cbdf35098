import XMLTree

extension DomainRules {
  private static let types = [
    "user", "ethernet", "vhostuser", "server", "client", "mcast", "network", "bridge", "internal", "direct", "hostdev", "udp", "vdpa",
    "null",
    "vds",
  ]
  private static let typesWithoutSource: Set<String> = ["user", "ethernet", "null"]

  /// A network interface.
  static let interface = ElementRule.element(
    "interface", [.choice("type", types).or("user"), .yesNo("managed"), .yesNo("trustGuestRxFilters")],
    [mac, .group("driver", [hostdevDriver]).when("type", "hostdev")] + interfaceSources + [vlan, virtualPort, bandwidth, isolation]
      + guestAddresses + [
        script, interfaceTarget, .group("guest", [.any("dev")]), model,
        .group("backend", [.choice("type", ["default"]).hiding("default"), .any("tap"), .any("vhost")]), filter, tune, teaming, link, mtu,
        coalesce,
      ] + placement
  ) { (output, input) throws(DefinitionError) in
    let type = output[attribute: "type"] ?? ""
    var output = output
    if type != "hostdev" { output[attribute: "managed"] = nil }
    if output[child: "source"] == nil, !typesWithoutSource.contains(type) {
      throw .xml("interface type='\(type)' requires a 'source' element")
    }
    try addDriver(input, type, &output)
    if !["network", "bridge", "ethernet"].contains(type) { output[child: "filterref"] = nil }
    if output[child: "backend"]?[attribute: "vhost"] != nil, output[child: "model"]?[attribute: "type"] != "virtio" {
      output[child: "backend"]?[attribute: "vhost"] = nil
    }
    try checkInterface(output, input, type)
    return output
  }

  /// Only virtio cards have a driver to speak of; what others say about it is not even read.
  private static func addDriver(_ input: XMLElement, _ type: String, _ output: inout XMLElement) throws(DefinitionError) {
    guard type != "hostdev", output[child: "model"]?[attribute: "type"]?.hasPrefix("virtio") == true, let driver = input[child: "driver"],
      let made = try netDriver.apply(driver)
    else { return }
    let index = output.children.firstIndex { if case .element(let child) = $0 { child.name == "model" } else { false } }
    output.children.insert(.element(made), at: index.map { $0 + 1 } ?? output.children.count)
  }

  private static func checkInterface(_ output: XMLElement, _ input: XMLElement, _ type: String) throws(DefinitionError) {
    if output[child: "target"]?[attribute: "managed"] == "no", type != "ethernet" {
      throw .unsupported("unmanaged target dev is not supported on interfaces of type '\(type)'")
    }
    let mac = output[child: "mac"]?[attribute: "address"] ?? ""
    if output[child: "virtualport"] != nil, !["network", "bridge", "direct", "hostdev", "ethernet"].contains(type) {
      throw .unsupported("<virtualport> element unsupported for <interface type='\(type)'>")
    }
    if output[child: "bandwidth"]?[child: "inbound"]?[attribute: "floor"] != nil, type != "network" {
      throw .unsupported("floor attribute is not supported for this config")
    }
    if output[child: "port"]?[attribute: "isolated"] == "yes" {
      let intro = "interface \(mac) - <port isolated='yes'/> is not supported for network interfaces with"
      if type != "network", type != "bridge" { throw .unsupported("\(intro) type='\(type)'") }
      if let port = output[child: "virtualport"]?[attribute: "type"] { throw .unsupported("\(intro) virtualport type='\(port)'") }
    }
  }

  private static let mac = ElementRule.element(
    "mac",
    [
      .any("address"), .choice("type", ["generated", "static"]), .yesNo("check"),
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    guard let text = output[attribute: "address"] else { return nil }
    guard let address = MACAddress(text) else { throw .xml("unable to parse mac address '\(text)'") }
    guard !address.isMulticast else { throw .xml("expected unicast mac address, found multicast '\(text)'") }
    output[attribute: "address"] = address.text
    return output
  }

  private static let script = ElementRule.group("script", [.any("path")])

  private static let interfaceTarget = ElementRule.group("target", [.any("dev"), .yesNo("managed")])

  private static let model = ElementRule.group("model", [.any("type")]) { (output, _) throws(DefinitionError) in
    let name = output[attribute: "type"] ?? ""
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }) else {
      throw .invalid("Model name contains invalid characters")
    }
    return output
  }

  private static let offloads: [String: [String]] = [
    "host": ["csum", "gso", "tso4", "tso6", "ecn", "ufo", "mrg_rxbuf"], "guest": ["csum", "tso4", "tso6", "ecn", "ufo"],
  ]

  private static let netDriver = ElementRule.group(
    "driver",
    [
      .choice("name", ["qemu", "vhost"]), .choice("txmode", ["iothread", "timer"]), .onOff("ioeventfd"), .onOff("event_idx"),
      .positive("queues"), .positive("rx_queue_size"), .positive("tx_queue_size"), .onOff("rss"), .onOff("rss_hash_report"),
      .onOff("iommu"),
      .onOff("ats"), .onOff("packed"), .onOff("page_per_vq"),
    ], ["host", "guest"].map { .group($0, (offloads[$0] ?? []).map { .onOff($0) }) })

  private static let filter = ElementRule.element(
    "filterref", [.any("filter")],
    [
      ElementRule.element("parameter", [.any("name"), .any("value")]).many
    ]
  ) { (output, _) throws(DefinitionError) in
    output[attribute: "filter"] == nil ? nil : output
  }

  private static let tune = ElementRule.group("tune", [], [.text("sndbuf", .unsigned(.xml("sndbuf must be a positive integer")))])

  private static let link = ElementRule.group(
    "link",
    [
      .choice("state", ["up", "down"]).or(.unsupported("unknown interface link state '%'"))
    ])

  private static let mtu = ElementRule.group("mtu", [AttributeRule.unsigned("size").or(.xml("malformed mtu size")).hiding("0")])

  private static let coalesce = ElementRule.group(
    "coalesce", [],
    [
      .group(
        "rx", [],
        [
          .group(
            "frames",
            [
              AttributeRule.unsigned("max").or(.detail("cannot parse value '%' for coalesce parameter")).hiding("0")
            ])
        ])
    ])

  private static let teaming = ElementRule.group(
    "teaming",
    [
      .choice("type", ["persistent", "transient"]).or(.unsupported("unknown teaming type '%'")), .any("persistent"),
    ]
  ) { (output, _) throws(DefinitionError) in
    switch (output[attribute: "type"], output[attribute: "persistent"]) {
    case ("transient", nil): throw .unsupported("teaming persistent attribute must be set if teaming type is 'transient'")
    case ("persistent", .some): throw .unsupported("teaming persistent attribute not allowed if teaming type is 'persistent'")
    default: return output
    }
  }
}
