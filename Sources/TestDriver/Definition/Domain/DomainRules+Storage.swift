import XMLTree

extension DomainRules {
  /// Where a disk's or backing store's content lies; which rule holds follows from the parent's `type`.
  static let storageSources: [ElementRule] = [
    source("file", [.any("file").hiding(""), startup]), source("block", [.any("dev").hiding(""), startup]),
    source("dir", [.any("dir").hiding(""), startup]),
    networkSource.when("type", "network"), volumeSource.when("type", "volume"), nvmeSource.when("type", "nvme"),
    vhostSource.when("type", "vhostuser"),
  ]

  private static let startup = AttributeRule.choice("startupPolicy", ["default", "mandatory", "requisite", "optional"]).hiding("default")

  private static func source(_ type: String, _ attributes: [AttributeRule]) -> ElementRule {
    ElementRule.group("source", attributes, [slices] + sourceLabels + extras).when("type", type)
  }

  /// Two labels for one security driver.
  static func checkLabelModels(_ source: XMLElement) throws(DefinitionError) {
    var models: Set<String> = []
    for model in source.elements("seclabel").compactMap({ $0[attribute: "model"] }) {
      guard models.insert(model).inserted else { throw .detail("seclabel for model \(model) is already provided") }
    }
  }

  private static let sourceLabels: [ElementRule] = [
    ElementRule.element("seclabel", [.any("model"), .yesNo("labelskip"), .yesNo("relabel")], [.text("label")]) {
      (output, _) throws(DefinitionError) in
      var output = output
      if output[attribute: "labelskip"] == nil, output[attribute: "relabel"] == nil { output[attribute: "relabel"] = "yes" }
      return output
    }.many
  ]

  private static let extras: [ElementRule] = [
    auth, encryption,
    reservations,
  ]

  private static let reservations = ElementRule.element(
    "reservations", [.yesNo("managed").required], [.element("source", [.any("type"), .any("path"), .any("mode")])]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    guard output[attribute: "managed"] == "no" || output[child: "source"] != nil else { return output }
    func wrong(_ text: String, _ rest: String = "") -> DefinitionError { .xml("\(text) for <reservations/>\(rest)") }
    let source = output[child: "source"]
    guard let type = source?[attribute: "type"] else { throw wrong("missing connection type") }
    guard source?[attribute: "path"] != nil else { throw wrong("missing path") }
    guard let mode = source?[attribute: "mode"] else { throw wrong("missing connection mode") }
    guard type == "unix" else { throw wrong("unsupported connection type", ": \(type)") }
    guard mode == "client" else { throw wrong("unsupported connection mode", ": \(mode)") }
    return output
  }

  private static func invalidReadahead(_ name: String) -> AttributeRule { .large(name).or(.xml("invalid readahead size or timeout")) }

  private static func sliceNumber(_ name: String) -> AttributeRule {
    .large(name).required(.xml("missing offset or size attribute of slice")).or(.xml("malformed value '%' of '\(name)' attribute of slice"))
  }

  private static let slices = ElementRule.group(
    "slices", [],
    [
      .element("slice", [.choice("type", ["storage"]), sliceNumber("offset"), sliceNumber("size")])
    ])

  private static let cookie = ElementRule.element("cookie", [.any("name").required(.xml("missing cookie name"))], text: .any) {
    (output, _) throws(DefinitionError) in
    let name = output[attribute: "name"] ?? ""
    guard !output.children.isEmpty else { throw .xml("missing value for cookie '\(name)'") }
    guard !name.isEmpty else { throw .xml("missing cookie name") }
    guard !name.unicodeScalars.contains(where: { $0.value <= 32 || "\"(),/:;<=>?@[\\]{}".unicodeScalars.contains($0) }) else {
      throw .xml("cookie name '\(name)' contains invalid characters")
    }
    var value = output.text[...]
    // A value may stand in quotes.
    if value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
    guard !value.unicodeScalars.contains(where: { $0.value <= 32 || "\",;\\".unicodeScalars.contains($0) }) else {
      throw .xml("value of cookie '\(name)' contains invalid characters")
    }
    return output
  }

  private static let cookies = ElementRule.group("cookies", [], [cookie.many]) { (output, _) throws(DefinitionError) in
    var names: Set<String> = []
    for name in output.elements.compactMap({ $0[attribute: "name"] }) {
      guard names.insert(name).inserted else { throw .xml("duplicate cookie '\(name)'") }
    }
    return output
  }

  private static let protocols = [
    "nbd", "rbd", "sheepdog", "gluster", "iscsi", "http", "https", "ftp", "ftps", "tftp", "ssh", "vxhs", "nfs",
  ]
  private static let ports = [
    "iscsi": "3260", "http": "80", "https": "443", "ftp": "21", "ftps": "990", "tftp": "69", "ssh": "22", "nbd": "10809",
    "sheepdog": "7000",
    "gluster": "24007", "vxhs": "9999",
  ]

  private static let networkSource = ElementRule.element("source") { (_, input) throws(DefinitionError) in
    if let kind = input[attribute: "protocol"], protocols.contains(kind), kind != "nbd", input[attribute: "name"] == nil {
      throw .xml("missing name for disk source")
    }
    return try networkContents.apply(input)
  }

  private static let networkContents = ElementRule.element(
    "source", [.choice("protocol", protocols).required, .any("name"), .any("query"), .yesNo("tls"), .any("tlsHostname")],
    [
      host.many, .group("snapshot", [.any("name").hiding("")]), .group("config", [.any("file").hiding("")]),
      .group("initiator", [], [.element("iqn", [.any("name")])]), .group("identity", [.any("user"), .any("group")]),
      .group("ssl", [.yesNo("verify")]), cookies, .group("readahead", [invalidReadahead("size")]),
      .group("timeout", [invalidReadahead("seconds")]), slices,
    ] + extras
  ) { (output, _) throws(DefinitionError) in
    let kind = output[attribute: "protocol"] ?? ""
    var output = output
    if kind == "gluster" || kind == "rbd", let name = output[attribute: "name"] {
      guard let slash = name.firstIndex(of: "/"), slash != name.startIndex, name.index(after: slash) != name.endIndex else {
        throw .xml("can't split path '\(name)' into pool name and image name")
      }
    }
    if kind != "https", kind != "ftps" { output[child: "ssl"] = nil }
    if !["http", "https", "ftp", "ftps", "tftp"].contains(kind) { for name in ["readahead", "timeout"] { output[child: name] = nil } }
    if kind == "iscsi", let name = output[attribute: "name"], !name.contains("/") { output[attribute: "name"] = name + "/0" }
    for index in output.children.indices {
      guard case .element(var host) = output.children[index], host.name == "host" else { continue }
      let plain = host[attribute: "transport"] == nil || host[attribute: "transport"] == "tcp"
      if plain, host[attribute: "port"] == nil, let port = ports[kind] { host[attribute: "port"] = port }
      output.children[index] = .element(host)
    }
    return output
  }

  /// A machine that serves storage.
  static let host = ElementRule.element(
    "host",
    [
      .choice("transport", ["tcp", "unix", "rdma"]).or(.unsupported("unknown protocol transport type '%'")), .any("name"), .any("port"),
      .any("socket"),
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    let transport = output[attribute: "transport"] ?? "tcp"
    if transport == "unix" {
      guard output[attribute: "socket"] != nil else { throw .xml("missing socket for unix transport") }
    } else {
      guard output[attribute: "socket"] == nil else {
        throw .xml("transport '\(output[attribute: "transport"] ?? "(null)")' does not support socket attribute")
      }
      guard output[attribute: "name"] != nil else { throw .xml("missing name for host") }
      try checkPort(output[attribute: "port"])
    }
    if transport == "tcp" { output[attribute: "transport"] = nil }
    if let transport = output[attribute: "transport"] {
      output[attribute: "transport"] = nil
      output.insert("transport", transport, after: ["name", "port"])
    }
    return output
  }

  private static func checkPort(_ text: String?) throws(DefinitionError) {
    guard let text else { return }
    guard let port = Number.unsigned(text) else { throw .invalid("failed to parse port number '\(text)'") }
    guard port <= 65535 else { throw .invalid("port '\(text)' out of range") }
  }

  private static let volumeSource = ElementRule.group(
    "source",
    [
      .any("pool"), .any("volume"), .choice("mode", ["host", "direct"]).or(.unsupported("unknown source mode '%' for volume type disk")),
      startup,
    ], [slices] + sourceLabels + extras
  ) { (output, _) throws(DefinitionError) in
    guard (output[attribute: "pool"] == nil) == (output[attribute: "volume"] == nil) else {
      throw .xml("'pool' and 'volume' must be specified together for 'pool' type source")
    }
    return output
  }

  private static let nvmeSource = ElementRule.element(
    "source",
    [
      .choice("type", ["pci"]).required(.xml("missing 'type' attribute to disk source")), .yesNo("managed").or("yes"),
      .large("namespace").required(.xml("missing 'namespace' attribute to disk source"))
        .or(.xml("malformed namespace '%'")),
    ], [encryption]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    guard let address = input[child: "address"] else { throw .xml("NVMe disk source is missing address") }
    if let made = try hostPCI.apply(address) { output.children.insert(.element(made), at: 0) }
    return output
  }

  /// A PCI address of the host.
  static let hostPCI = ElementRule.element("address", Array(pciAttributes.dropLast())) { (output, _) throws(DefinitionError) in
    var output = output
    try checkPCI(&output)
    return output
  }

  private static let vhostSource = ElementRule.element(
    "source",
    [
      .choice("type", ["unix"]).required(.xml("missing 'type' attribute for vhostuser disk source"))
        .or(.xml("invalid 'type' attribute for vhostuser disk source")),
      .any("path").required(.xml("missing 'path' attribute for vhostuser disk source")),
    ], [reconnect])

  /// How a socket is opened again.
  static let reconnect = ElementRule.group("reconnect", [.yesNo("enabled"), .unsigned("timeout")]) { (output, _) throws(DefinitionError) in
    var output = output
    switch output[attribute: "enabled"] {
    case "yes":
      guard output[attribute: "timeout"] != nil else { throw .xml("Missing required attribute 'timeout' in element 'reconnect'") }
    case "no": output[attribute: "timeout"] = nil
    default: return nil
    }
    return output
  }

  /// A secret is known by its UUID or by what it is used for.
  private static func secret(_ output: XMLElement) throws(DefinitionError) -> XMLElement {
    let (uuid, usage) = (output[attribute: "uuid"], output[attribute: "usage"])
    guard uuid != nil || usage != nil else { throw .xml("missing secret uuid or usage attribute") }
    guard uuid == nil || usage == nil else { throw .xml("either secret uuid or usage expected") }
    var output = output
    if let uuid {
      guard let value = UUIDText(uuid) else { throw .xml("invalid secret uuid '\(uuid)'") }
      output[attribute: "uuid"] = value.text
    }
    return output
  }

  /// What a secret for storage can be for, as far as libvirt asks.
  static let secretTypes: Set<String> = ["volume", "ceph", "iscsi", "tls", "vtpm"]

  static let auth = ElementRule.element(
    "auth", [.any("username").required(.xml("missing username for auth"))],
    [
      .element("secret", [.any("type"), .any("uuid"), .any("usage")]) {
        (output, _) throws(DefinitionError) in try secret(output)
      }
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[attribute: "username"] != "" else { throw .xml("missing username for auth") }
    guard output[child: "secret"] != nil else { throw .xml("Missing <secret> element in auth") }
    return output
  }

  static let encryption = ElementRule.element(
    "encryption",
    [
      .choice("format", ["default", "qcow", "luks", "luks2"]).required(.xml("unknown volume encryption format"))
        .or(.unsupported("unknown volume encryption format type %")),
      .choice("engine", ["qemu", "librbd"]),
    ],
    [
      ElementRule.element(
        "secret",
        [
          .choice("type", ["passphrase"]).required(.xml("unknown volume encryption secret type"))
            .or(.unsupported("unknown volume encryption secret type %")), .any("uuid"), .any("usage"),
        ]
      ) { (output, _) throws(DefinitionError) in try secret(output) }.many, cipher.when("format", "luks", "luks2"),
    ]
  ) { (output, input) throws(DefinitionError) in
    // Only LUKS can be told how.
    guard output[attribute: "format"]?.hasPrefix("luks") == true, let vector = input[child: "ivgen"] else { return output }
    guard output[child: "cipher"] != nil else { throw .xml("ivgen element found, but cipher is missing") }
    guard vector[attribute: "name"] != nil else { throw .xml("missing ivgen info name string") }
    return output
  }

  /// How something is encrypted: read, and refused in the end.
  private static let cipher = ElementRule.element(
    "cipher", [.any("name"), .any("size")]
  ) { (output, input) throws(DefinitionError) in
    guard input[attribute: "name"] != nil else { throw .xml("cipher info missing 'name' attribute") }
    _ = try AttributeRule.unsigned("size").required.value(in: input)
    return output
  }
}
