import LibvirtProtocol
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

  private static let blkiotune = ElementRule.group(
    "blkiotune", [],
    [
      ElementRule(name: "weight") { (output, input) throws(DefinitionError) in
        guard let weight = Number.unsigned(input.text), (1...UInt64(UInt32.max)).contains(weight) else { return nil }
        return XMLElement("weight", text: String(weight))
      },
      ElementRule.element(
        "device", [],
        [
          .text("path"),
          .text("weight", .unsigned(.unsupported("could not parse weight %"))),
          .text("read_iops_sec", .unsigned(.unsupported("could not parse read iops sec %"))),
          .text("write_iops_sec", .unsigned(.unsupported("could not parse write iops sec %"))),
          .text("read_bytes_sec", .unsigned(.unsupported("could not parse read bytes sec %"))),
          .text("write_bytes_sec", .unsigned(.unsupported("could not parse write bytes sec %"))),
        ]
      ) { (output, _) throws(DefinitionError) in
        var output = output
        output.children.removeAll { if case .element(let element) = $0 { element.text == "0" } else { false } }
        guard output[child: "path"] != nil else { throw .unsupported("missing per-device path") }
        return output.children.count > 1 ? output : nil
      }.many,
    ]
  )

  /// Two settings for one device of the host, even such as say nothing.
  static func checkBlockPaths(_ input: XMLElement) throws(DefinitionError) {
    var paths: Set<String> = []
    for path in (input[child: "blkiotune"]?.elements("device") ?? []).compactMap({ $0[child: "path"]?.text }) {
      guard paths.insert(path).inserted else { throw .unsupported("duplicate blkio device path '\(path)'") }
    }
  }

  private static let memtune = ElementRule.group(
    "memtune", [],
    ["hard_limit", "soft_limit", "min_guarantee", "swap_hard_limit"].map {
      .size($0, path: "./memtune/\($0)[1]")
    }
  ) { (output, _) throws(DefinitionError) in
    var output = output
    // This and more means unlimited.
    output.children.removeAll { if case .element(let limit) = $0 { UInt64(limit.text) ?? 0 >= 9_007_199_254_740_991 } else { false } }
    return output
  }

  private static let memoryBacking = ElementRule.group(
    "memoryBacking", [],
    [
      hugepages, .flag("nosharepages"), .flag("locked"),
      .group("source", [.choice("type", ["file", "anonymous", "memfd"]).or(.unsupported("unknown memoryBacking/source/type '%'"))]),
      .group("access", [.choice("mode", ["shared", "private"]).or(.unsupported("unknown memoryBacking/access/mode '%'"))]),
      .group(
        "allocation",
        [
          .choice("mode", ["immediate", "ondemand"]).or(.unsupported("unknown memoryBacking/allocation/mode '%'")),
          .unsigned("threads").or(.xml("Failed to parse memory allocation threads")),
        ]),
      .flag("discard"),
    ]
  ).reading("source", "access", "allocation", "hugepages")

  private static let hugepages = ElementRule.element("hugepages", [], [page.many])

  private static let page = ElementRule.element("page") { (output, input) throws(DefinitionError) in
    guard let size = input[attribute: "size"] else {
      throw .xml("missing element or attribute './@size'")
    }
    let kibibytes = try ScaledSize.kibibytes(size, unit: input[attribute: "unit"], name: "./@size")
    guard kibibytes > 0 else { throw .detail("hugepage size can't be zero") }
    var output = output
    output.attributes = [XMLAttribute("size", String(kibibytes)), XMLAttribute("unit", "KiB")]
    if let nodes = input[attribute: "nodeset"] {
      guard let set = CPUSet(nodes) else { throw .invalid("Failed to parse bitmap '\(nodes)'") }
      output.attributes.append(XMLAttribute("nodeset", set.description))
    }
    return output
  }
}
