import XMLTree

extension DomainRules {
  /// How much memory, and where it comes from.
  static let memory: [ElementRule] = [
    .size("maxMemory", [slots], path: "./maxMemory[1]"),
    .size("memory", [.onOff("dumpCore")], path: "./memory[1]"),
    .size("currentMemory", path: "./currentMemory[1]"),
    blkiotune, memtune, memoryBacking,
  ]

  private static let slots = AttributeRule.unsigned("slots").or(.xml("Failed to parse memory slot count")).hiding("0")

  private static let blkiotune = ElementRule.group("blkiotune", [], [
    .text("weight", .unsigned(.xml("malformed blkio weight: %"))),
    ElementRule.element("device", [], [
      .text("path"),
      .text("weight", .unsigned(.xml("could not parse weight %"))),
      .text("read_iops_sec", .unsigned(.xml("could not parse read iops sec %"))),
      .text("write_iops_sec", .unsigned(.xml("could not parse write iops sec %"))),
      .text("read_bytes_sec", .unsigned(.xml("could not parse read bytes sec %"))),
      .text("write_bytes_sec", .unsigned(.xml("could not parse write bytes sec %"))),
    ]) { (output, _) throws(DefinitionError) in
      guard output[child: "path"] != nil else { throw .xml("missing per-device path") }
      return output.children.count > 1 ? output : nil
    }.many,
  ])

  private static let memtune = ElementRule.group("memtune", [], ["hard_limit", "soft_limit", "min_guarantee", "swap_hard_limit"].map {
    .size($0, path: "./memtune/\($0)[1]")
  })

  private static let memoryBacking = ElementRule.group("memoryBacking", [], [
    .element("hugepages", [], [page.many]), .flag("nosharepages"), .flag("locked"),
    .element("source", [.choice("type", ["file", "anonymous", "memfd"]).or(.xml("unknown memoryBacking/source/type '%'"))]),
    .element("access", [.choice("mode", ["shared", "private"]).or(.xml("unknown memoryBacking/access/mode '%'"))]),
    .element("allocation", [
      .choice("mode", ["immediate", "ondemand"]).or(.xml("unknown memoryBacking/allocation/mode '%'")),
      .unsigned("threads").or(.xml("Failed to parse memory allocation threads")),
    ]),
    .flag("discard"),
  ])

  private static let page = ElementRule.element("page") { (output, input) throws(DefinitionError) in
    guard let size = input[attribute: "size"] else {
      throw .xml("Missing required attribute 'size' in element 'page'")
    }
    let kibibytes = try ScaledSize.kibibytes(size, unit: input[attribute: "unit"], name: "./@size")
    guard kibibytes > 0 else { throw .xml("hugepage size can't be zero") }
    var output = output
    output.attributes = [XMLAttribute("size", String(kibibytes)), XMLAttribute("unit", "KiB")]
    if let nodes = input[attribute: "nodeset"] {
      guard let set = NumberSet(nodes) else { throw .invalid("Failed to parse bitmap '\(nodes)'") }
      output.attributes.append(XMLAttribute("nodeset", set.text))
    }
    return output
  }
}
