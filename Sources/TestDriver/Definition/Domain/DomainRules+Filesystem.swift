import XMLTree

extension DomainRules {
  private static func limit(_ name: String) -> ElementRule {
    ElementRule(name: name) { (output, input) throws(DefinitionError) in
      let bytes = try ScaledSize.bytes(input.text, unit: input[attribute: "unit"], defaultScale: 1, name: "./\(name)[1]")
      guard bytes > 0 else { return nil }
      var output = output
      output.attributes = [XMLAttribute("unit", "bytes")]
      output.children = [.text(String(bytes))]
      return output
    }
  }

  /// A folder of the host in the guest.
  static let filesystem = ElementRule.element(
    "filesystem",
    [
      .choice("type", ["mount", "block", "file", "template", "ram", "bind", "volume"]).or("mount"),
      .choice("accessmode", ["passthrough", "mapped", "squash"]),
      .choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"]),
      .choice("multidevs", ["default", "remap", "forbid", "warn"]).hiding("default"), AttributeRule.octal("fmode").hiding("0000"),
      AttributeRule.octal("dmode").hiding("0000"),
    ],
    [
      .group(
        "driver",
        [
          .choice("type", ["path", "handle", "loop", "nbd", "ploop", "virtiofs"]),
          .choice("format", formats).or(.unsupported("unknown driver format value '%'")), .choice("wrpolicy", ["immediate"]),
          AttributeRule.unsigned("queue").or(.xml("cannot parse queue size '%' for virtiofs")).hiding("0"),
        ] + virtioOptions),
      .group(
        "binary", [.any("path"), .onOff("xattr")],
        [
          .group("cache", [.choice("mode", ["none", "always"])]), .group("sandbox", [.choice("mode", ["namespace", "chroot"])]),
          .group("lock", [.onOff("posix"), .onOff("flock")]), .group("thread_pool", [.signed("size")]),
        ]),
      fsSource(["dir"]).when("type", "mount", "bind"), fsSource(["dev"]).when("type", "block"), fsSource(["file"]).when("type", "file"),
      fsSource(["name"]).when("type", "template"), fsSource(["pool", "volume"]).when("type", "volume"), ram.when("type", "ram"),
      .element("target", [.any("dir")]), .flag("readonly"),
    ] + bootPlacement + [limit("space_hard_limit"), limit("space_soft_limit")]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    let driver = output[child: "driver"]?[attribute: "type"]
    // Without a type, only what all virtio devices understand is kept.
    if driver == nil, var options = output[child: "driver"] {
      options.attributes.removeAll { attribute in !virtioOptions.contains { $0.name == attribute.name } }
      output[child: "driver"] = options.attributes.isEmpty ? nil : options
    }
    if driver != "virtiofs" { output[child: "binary"] = nil }
    if output[attribute: "accessmode"] == nil, output[child: "source"]?[attribute: "socket"] == nil {
      output.insert("accessmode", "passthrough", after: ["type"])
    }
    if output[attribute: "type"] == "ram", output[child: "source"] == nil { throw .xml("missing 'usage' attribute for RAM filesystem") }
    if output[attribute: "type"] == "volume", let found = output[child: "source"],
      (found[attribute: "pool"] == nil) != (found[attribute: "volume"] == nil)
    {
      throw .xml("'pool' and 'volume' must be specified together for 'pool' type source")
    }
    return output
  }

  /// What libvirt checks once all devices are read.
  static func validateFilesystem(_ filesystem: XMLElement) throws(DefinitionError) {
    let source = filesystem[child: "source"]?.attributes.first?.value
    let target = filesystem[child: "target"]?[attribute: "dir"]
    guard source != nil else {
      throw DefinitionError(code: 19, text: "missing source information for device" + (target.map { " \($0)" } ?? ""))
    }
    guard target != nil else {
      throw DefinitionError(
        code: 20,
        text: "missing target information for device" + (filesystem[attribute: "type"] == "ram" ? "" : source.map { " \($0)" } ?? ""))
    }
    if filesystem[child: "boot"] != nil, filesystem[child: "driver"]?[attribute: "type"] != "virtiofs" {
      throw .unsupported("boot order is only supported for virtiofs")
    }
  }

  private static func fsSource(_ names: [String]) -> ElementRule { .group("source", names.map { .any($0) } + [.any("socket")]) }

  private static let ram = ElementRule.element("source") { (output, input) throws(DefinitionError) in
    guard let usage = input[attribute: "usage"] else { throw .xml("missing 'usage' attribute for RAM filesystem") }
    guard Number.unsigned(usage) != nil else { throw .xml("cannot parse usage '\(usage)' for RAM filesystem") }
    let size = try ScaledSize.bytes(usage, unit: input[attribute: "units"], defaultScale: 1024, name: "usage") / 1024
    var output = output
    output.attributes = [XMLAttribute("usage", String(size)), XMLAttribute("units", "KiB")]
    return output
  }

  /// A lock that keeps two hosts from running the same guest.
  static let lease = ElementRule.element(
    "lease", [],
    [
      .text("lockspace"), .text("key"), .element("target", [.any("path"), .any("offset")]),
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[child: "key"] != nil else { throw .xml("Missing 'key' element for lease") }
    // libvirt fails here without a reason.
    guard output[child: "lockspace"] != nil else { throw .unknown }
    guard let target = output[child: "target"] else { throw .xml("Missing 'target' element for lease") }
    guard target[attribute: "path"] != nil else { throw .xml("Missing 'path' attribute to 'target' element for lease") }
    guard let text = target[attribute: "offset"] else { return output }
    guard let offset = Number.unsigned(text) else {
      throw .xml("Invalid value for attribute 'offset' in element 'target': '\(text)'. Expected non-negative integer value")
    }
    var output = output
    output[child: "target"]?[attribute: "offset"] = offset > 0 ? String(offset) : nil
    return output
  }
}
