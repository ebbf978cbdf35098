import XMLTree

extension DomainRules {
  static let watchdog = ElementRule.element(
    "watchdog",
    [
      .choice("model", ["i6300esb", "ib700", "diag288"]).required(.failure("watchdog must contain model name"))
        .or(.unsupported("unknown watchdog model '%'")),
      .choice("action", ["reset", "shutdown", "poweroff", "pause", "dump", "none", "inject-nmi"]).or("reset")
        .or(.unsupported("unknown watchdog action '%'")),
    ], placement)

  static let memballoon = ElementRule.element(
    "memballoon",
    [
      .choice("model", ["virtio", "xen", "none", "virtio-transitional", "virtio-non-transitional"]).required, .onOff("autodeflate"),
      .onOff("freePageReporting"),
    ], [.group("stats", [.signedAnyBase("period")], refine: dropPeriod)] + placement + [virtioDriver]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    if output[attribute: "model"] == "none" { for rule in placement { output[child: rule.name] = nil } }
    return output
  }

  /// Statistics are only collected now and then, or never.
  private static func dropPeriod(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    output[attribute: "period"].flatMap { Int32($0) } ?? 0 > 0 ? output : nil
  }

  /// A source of random numbers.
  static let rng = ElementRule.element(
    "rng",
    [
      .choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"]).required(.xml("missing RNG device model"))
        .or(.unsupported("unknown RNG model '%'"))
    ],
    [
      .group(
        "rate",
        [
          .unsigned("bytes").or(.xml("invalid RNG rate bytes value")),
          .unsigned("period").or(.xml("invalid RNG rate period value")).hiding("0"),
        ]
      ) { (output, _) throws(DefinitionError) in output[attribute: "bytes"] ?? "0" == "0" ? nil : output }
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    let backends = input.elements("backend")
    guard backends.count == 1 else { throw .xml("only one RNG backend is supported") }
    if let made = try backend(backends[0]) { output.children.append(.element(made)) }
    for rule in [virtioDriver] + placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    return output
  }

  private static func backend(_ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    guard let model = input[attribute: "model"] else { throw .xml("missing RNG device backend model") }
    switch model {
    case "random":
      let text = input.text
      return XMLElement("backend", attributes: [XMLAttribute("model", model)], children: [.text(text.isEmpty ? "/dev/random" : text)])
    case "builtin": return XMLElement("backend", attributes: [XMLAttribute("model", model)])
    case "egd":
      guard input[attribute: "type"] != nil else { throw .xml("missing EGD backend type") }
      let type = AttributeRule.choice("type", characterKinds).or(.unsupported("unknown backend type '%' for egd"))
      let rule = ElementRule.element(
        "backend",
        [
          .any("model"), type,
        ], characterSource)
      _ = try type.value(in: input)
      try checkCounts(input)
      guard var made = try rule.apply(input) else { return nil }
      completeCharacterSource(&made)
      return made
    default: throw .unsupported("unknown RNG backend model '\(model)'")
    }
  }

  static let nvramDevice = ElementRule.element("nvram", [], placement)

  static let panic = ElementRule.element(
    "panic",
    [
      .choice("model", ["default", "isa", "pseries", "hyperv", "s390"]).hiding("default").or(.unsupported("unknown panic model '%'"))
    ], placement)

  /// Memory that guests share.
  static let shmem = ElementRule.element(
    "shmem",
    [
      .any("name").required(.xml("shmem element must contain 'name' attribute")), .any("role"),
    ],
    [
      .element("model", [.choice("type", ["ivshmem", "ivshmem-plain", "ivshmem-doorbell"]).or("ivshmem")]),
      ElementRule(name: "size") { (output, input) throws(DefinitionError) in
        let bytes = try ScaledSize.bytes(input.text, unit: input[attribute: "unit"], defaultScale: 1, name: "./size[1]")
        guard bytes > 0 else { return nil }
        var output = output
        output.attributes = [XMLAttribute("unit", "M")]
        output.children = [.text(String(bytes >> 20))]
        return output
      },
      .element("server", [.any("path")]), .element("msi", [.unsignedAnyBase("vectors"), .onOff("ioeventfd")]),
    ] + placement
  ) { (output, _) throws(DefinitionError) in
    var output = output
    if let role = output[attribute: "role"], role != "master", role != "peer" { output[attribute: "role"] = nil }
    if output[child: "model"] == nil {
      output.children.insert(.element(XMLElement("model", attributes: [XMLAttribute("type", "ivshmem")])), at: 0)
    }
    if output[child: "model"]?[attribute: "type"] == "ivshmem" { output[attribute: "role"] = nil }
    if output[child: "msi"] != nil, output[child: "server"] == nil { throw .xml("msi option is only supported with a server") }
    return output
  }

  static let iommu = ElementRule.element(
    "iommu", [.choice("model", ["intel", "smmuv3", "virtio"]).required],
    [
      .group("driver", [.onOff("intremap"), .onOff("caching_mode"), .onOff("eim"), .onOff("iotlb"), .unsigned("aw_bits")])
    ] + placement)

  /// What libvirt checks once all devices are read.
  static func validateIOMMU(_ device: XMLElement) throws(DefinitionError) {
    let model = device[attribute: "model"] ?? ""
    if model != "intel", device[child: "driver"] != nil {
      throw .xml("iommu model '\(model)' doesn't support additional attributes")
    }
    if model != "virtio", device[child: "address"] != nil { throw .xml("iommu model '\(model)' can't have address") }
  }

  static let vsock = ElementRule.element(
    "vsock", [.choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"])],
    [
      .element("cid", [.yesNo("auto"), .unsigned("address")])
    ] + placement + [virtioDriver]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    var cid = output[child: "cid"] ?? XMLElement("cid")
    if cid[attribute: "address"] != nil {
      if cid[attribute: "auto"] == nil { cid.attributes.insert(XMLAttribute("auto", "no"), at: 0) }
    } else if cid[attribute: "auto"] == nil {
      cid[attribute: "auto"] = "yes"
    }
    if output[child: "cid"] == nil { output.children.insert(.element(cid), at: 0) } else { output[child: "cid"] = cid }
    return output
  }

  /// What libvirt checks once all devices are read.
  static func validateVsock(_ device: XMLElement) throws(DefinitionError) {
    if device[attribute: "model"] == nil, let driver = device[child: "driver"] { try refuseVirtio(driver) }
    if let address = device[child: "cid"]?[attribute: "address"].flatMap({ UInt32($0) }), address < 3 {
      throw .unsupported("guest CIDs must be >= 3")
    }
  }
}
