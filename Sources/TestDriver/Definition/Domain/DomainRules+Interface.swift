import XMLTree

extension DomainRules {
  private static let types = [
    "user", "ethernet", "vhostuser", "server", "client", "mcast", "network", "bridge", "internal", "direct", "hostdev", "udp", "vdpa",
    "null",
    "vds",
  ]
  private static let typesWithoutSource: Set<String> = ["user", "ethernet", "null"]

  private static let typesWithPort: Set<String> = ["network", "bridge", "direct", "hostdev"]

  /// A network interface.
  static let interface = ElementRule.element("interface") { (_, input) throws(DefinitionError) in
    let type = input[attribute: "type"] ?? "user"
    // libvirt reads the kind, the model and the source before everything else.
    _ = try AttributeRule.yesNo("trustGuestRxFilters").value(in: input)
    _ = try model.applyAll(in: input)
    if let source = input[child: "source"] { for rule in hostAddresses { _ = try rule.applyAll(in: source) } }
    if types.contains(type), input[child: "source"] == nil, !typesWithoutSource.contains(type) {
      throw .xml(type == "hostdev" ? "missing source address type" : "interface type='\(type)' requires a 'source' element")
    }
    for rule in interfaceSources where rule.condition?.values.contains(type) == true { _ = try rule.applyAll(in: input) }
    if type == "hostdev", let driver = input[child: "driver"] { _ = try hostdevDriver.value(in: driver) }
    if let port = input[child: "virtualport"], types.contains(type) {
      guard typesWithPort.contains(type) else { throw .unsupported("<virtualport> element unsupported for <interface type='\(type)'>") }
      guard type == "network" || port[attribute: "type"] != nil else { throw .xml("missing required virtualport type") }
      _ = try virtualPort.apply(port)
    }
    _ = try interfaceTarget.applyAll(in: input)
    _ = try bandwidth.applyAll(in: input)
    if type != "network", input.descendant("bandwidth", "inbound")?[attribute: "floor"] != nil {
      throw .unsupported("floor attribute is not supported for this config")
    }
    var known = input
    if input[child: "model"]?[attribute: "type"]?.hasPrefix("virtio") != true {
      // Only virtio cards have a driver to speak of; what others say about it is not even read.
      let names = virtioOptions.map(\.name) + ["name"].filter { _ in type == "hostdev" }
      known[child: "driver"]?.attributes.removeAll { !names.contains($0.name) }
      known[child: "driver"]?.children = []
    }
    return try contents.apply(known)
  }

  private static let contents = ElementRule.element(
    "interface", [.choice("type", types).or("user"), .any("managed"), .yesNo("trustGuestRxFilters")],
    [mac, .group("driver", [hostdevDriver] + virtioOptions).when("type", "hostdev")] + interfaceSources + [
      vlan, virtualPort, bandwidth, isolation,
    ]
      + guestAddresses + [
        portForward.many, script("script"), script("downscript"), .group("backenddomain", [.any("name")]), interfaceTarget,
        .group("guest", [.any("dev"), .any("actual")]), model, netDriver.whenNot("type", "hostdev"),
        .group("backend", [.choice("type", []), .any("tap"), .any("vhost"), .any("logFile")]), filter, tune, teaming, link, mtu,
        coalesce,
      ] + romPlacement
  ) { (output, input) throws(DefinitionError) in
    let type = output[attribute: "type"] ?? ""
    var output = output
    if type != "hostdev" || output[attribute: "managed"] != "yes" { output[attribute: "managed"] = nil }
    if type == "hostdev", output[child: "model"]?[attribute: "type"]?.hasPrefix("virtio") == true {
      output[child: "driver"]?.attributes.removeAll { $0.name != "name" }
      if output[child: "driver"]?.attributes.isEmpty == true { output[child: "driver"] = nil }
    }
    if !["network", "bridge", "ethernet"].contains(type) { output[child: "filterref"] = nil }
    if output[child: "backend"]?[attribute: "vhost"] != nil, output[child: "model"]?[attribute: "type"] != "virtio" {
      output[child: "backend"]?[attribute: "vhost"] = nil
      if output[child: "backend"]?.attributes.isEmpty == true { output[child: "backend"] = nil }
    }
    return output
  }.reading(
    "vlan", "mac", "boot", "alias", "master", "rom", "acpi", "address", "ip", "route", "portForward", "driver", "backend", "link",
    "teaming",
    "tune", "mtu", "coalesce", "port")

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

  private static func script(_ name: String) -> ElementRule { .group(name, [.any("path")]) }

  /// Ports of the host that lead to the guest.
  private static let portForward = ElementRule.element(
    "portForward", [.choice("proto", ["tcp", "udp"]).required, .any("address"), .any("dev")],
    [
      ElementRule.group("range", [.positive("start"), .positive("end"), .positive("to"), .yesNo("exclude")]).many
    ]
  ) { (output, _) throws(DefinitionError) in
    guard let text = output[attribute: "address"] else { return output }
    guard let address = SocketAddress(text) else { throw .xml("Invalid address '\(text)' in <portForward>") }
    var output = output
    output[attribute: "address"] = address.text
    return output
  }

  private static let interfaceTarget = ElementRule.group("target", [.any("dev"), .yesNo("managed")])

  private static let model = ElementRule.group("model", [.any("type").hiding("")]) { (output, _) throws(DefinitionError) in
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
    ] + virtioOptions, ["host", "guest"].map { .group($0, (offloads[$0] ?? []).map { .onOff($0) }) })

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
}
