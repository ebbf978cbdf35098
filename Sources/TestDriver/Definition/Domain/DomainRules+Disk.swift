import XMLTree

extension DomainRules {
  static let formats = [
    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow", "qcow2", "qed", "vmdk", "aio",
  ]
  private static let buses = ["ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd"]

  /// A disk.
  static let disk = ElementRule.element("disk") { (_, input) throws(DefinitionError) in
    let type = try diskType.value(in: input) ?? ""
    // libvirt reads where the content lies before everything else.
    for rule in storageSources where rule.condition?.values.contains(type) == true { _ = try rule.applyAll(in: input) }
    for rule in [auth, encryption] where input[child: rule.name] != nil {
      _ = try rule.applyAll(in: input)
      if input[child: "source"]?[child: rule.name] != nil {
        throw .unsupported("an <\(rule.name)> definition already found for disk source")
      }
    }
    _ = try backingStore(12).applyAll(in: input)
    return try diskContents.apply(input)
  }

  private static let diskType =
    AttributeRule.choice("type", ["file", "block", "dir", "network", "volume", "nvme", "vhostuser"]).or("file")

  private static let diskContents = ElementRule.element(
    "disk",
    [
      diskType, .choice("device", ["disk", "cdrom", "floppy", "lun"]).or("disk"),
      .choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"]), .yesNo("rawio"),
      .choice("sgio", ["filtered", "unfiltered"]),
      .choice("snapshot", ["default", "no", "internal", "external", "manual"]).hiding("default"),
    ],
    [diskDriver, auth] + storageSources + [
      backingStore(12), .group("backenddomain", [.any("name")]), geometry, blockio, diskTarget, iotune, .flag("readonly"),
      .flag("shareable"),
      .element("transient", [.yesNo("shareBacking")]), .text("serial"), .text("wwn"), .text("vendor"), .text("product"), encryption,
    ] + bootPlacement, refine: { (output, input) throws(DefinitionError) in try completeDisk(output, input) }
  ).reading("target", "geometry", "blockio", "driver", "transient", "iotune", "boot", "alias", "master", "acpi", "address")

  private static let diskDriver = ElementRule.group(
    "driver",
    [
      .any("name"), .choice("type", formats).or(.unsupported("unknown driver format value '%'")),
      .choice("cache", ["default", "none", "writethrough", "writeback", "directsync", "unsafe"]).hiding("default"),
      .choice("error_policy", ["default", "stop", "report", "ignore", "enospace"]).hiding("default"),
      .choice("rerror_policy", ["default", "stop", "report", "ignore", "enospace"]).hiding("default"),
      .choice("io", ["default", "native", "threads", "io_uring"]).hiding("default"), .onOff("ioeventfd"), .onOff("event_idx"),
      .onOff("copy_on_read"), .choice("discard", ["default", "unmap", "ignore"]).hiding("default"), .positive("iothread"),
      .choice("detect_zeroes", ["default", "off", "on", "unmap"]).hiding("default"), AttributeRule.unsigned("queues").hiding("0"),
      AttributeRule.unsigned("queue_size").hiding("0"),
    ] + virtioOptions, [metadataCache("./metadata_cache/max_size")]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    if output[attribute: "rerror_policy"] == "enospace" { throw .unsupported("Invalid disk read error policy: 'enospace'") }
    if output[attribute: "type"] == "aio" { output[attribute: "type"] = "raw" }
    return output
  }

  private static func metadataCache(_ path: String) -> ElementRule { .group("metadata_cache", [], [cacheSize(path)]) }

  private static func cacheSize(_ path: String) -> ElementRule {
    ElementRule(name: "max_size") { (output, input) throws(DefinitionError) in
      let bytes = try ScaledSize.bytes(input.text, unit: input[attribute: "unit"], defaultScale: 1, name: path)
      guard bytes > 0 else { return nil }
      var output = output
      output.attributes = [XMLAttribute("unit", "bytes")]
      output.children = [.text(String(bytes))]
      return output
    }
  }

  private static let diskTarget = ElementRule.element(
    "target",
    [
      .any("dev"), .choice("bus", buses), .choice("tray", ["closed", "open"]).hiding("closed"), .onOff("removable"),
      AttributeRule.unsigned("rotation_rate").hiding("0"),
    ])

  private static let geometry = ElementRule.element(
    "geometry",
    [
      .unsigned("cyls"), .unsigned("heads"), .unsigned("secs"), .choice("trans", ["default", "none", "auto", "lba"]).hiding("default"),
    ]
  ) { (output, _) throws(DefinitionError) in
    ["cyls", "heads", "secs"].allSatisfy { output[attribute: $0] ?? "0" != "0" } ? output : nil
  }

  private static let blockio = ElementRule.group(
    "blockio",
    [
      AttributeRule.unsigned("logical_block_size").hiding("0"), AttributeRule.unsigned("physical_block_size").hiding("0"),
    ])

  private static let limits = ["total_bytes_sec", "read_bytes_sec", "write_bytes_sec", "total_iops_sec", "read_iops_sec", "write_iops_sec"]

  private static let iotune: ElementRule = {
    func number(_ name: String) -> ElementRule {
      ElementRule(name: name, text: .unsigned(.xml("disk iotune field '\(name)' must be an integer"))) {
        (output, _) throws(DefinitionError) in
        output.text == "0" ? nil : output
      }
    }
    let names = limits + limits.map { $0 + "_max" } + ["size_iops_sec"]
    return ElementRule.group("iotune", [], names.map(number) + [.text("group_name")] + limits.map { number($0 + "_max_length") })
  }()

  /// A limit for both ways leaves no room for one for each.
  static func checkLimits(ofDisk disk: XMLElement) throws(DefinitionError) {
    guard let output = disk[child: "iotune"] else { return }
    for (kind, suffix) in [("bytes_sec", ""), ("iops_sec", ""), ("bytes_sec", "_max"), ("iops_sec", "_max")]
    where output[child: "total_\(kind)\(suffix)"] != nil
      && (output[child: "read_\(kind)\(suffix)"] != nil || output[child: "write_\(kind)\(suffix)"] != nil)
    {
      throw .xml("total and read/write \(kind)\(suffix) cannot be set at the same time")
    }
  }

  /// The image that another one is based on, down to some depth; libvirt itself has no limit but that of the parser.
  private static func backingStore(_ depth: Int) -> ElementRule {
    ElementRule.element("backingStore") { (output, input) throws(DefinitionError) in
      guard let type = input[attribute: "type"] else { return output }
      guard let format = input[child: "format"]?[attribute: "type"], !format.isEmpty else {
        throw .xml("missing disk backing store format")
      }
      guard let source = input[child: "source"] else { throw .xml("missing disk backing store source") }
      guard ["file", "block", "dir", "network", "volume", "nvme", "vhostuser"].contains(type) else {
        throw .xml("unknown storage source type '\(type)'")
      }
      guard formats.contains(format) else { throw .xml("unknown storage source format '\(format)'") }
      var output = output
      output.attributes = [XMLAttribute("type", type)]
      var formatElement = XMLElement("format", attributes: [XMLAttribute("type", format)])
      if let cache = try input.descendant("format", "metadata_cache").flatMap(metadataCache("./format/metadata_cache/max_size").apply) {
        formatElement.children = [.element(cache)]
      }
      output.children = [.element(formatElement)]
      for rule in storageSources where rule.condition?.values.contains(type) == true {
        if let made = try rule.apply(source) { output.children.append(.element(made)) }
      }
      if depth > 0, let inner = input[child: "backingStore"], let made = try backingStore(depth - 1).apply(inner) {
        output.children.append(.element(made))
      }
      return output
    }
  }
}
