import LibvirtProtocol
import XMLTree

extension DomainRules {
  /// Memory that can be plugged in. What is known about other models is not even read.
  static let memoryDevice = ElementRule.element("memory") { (_, input) throws(DefinitionError) in
    var known = input
    keep(models[input[attribute: "model"] ?? ""], in: &known)
    return try memoryContents.apply(known)
  }

  private static let memoryContents = ElementRule.element(
    "memory",
    [
      .choice("model", ["dimm", "nvdimm", "virtio-pmem", "virtio-mem", "sgx-epc"]).required, .choice("access", ["shared", "private"]),
      .yesNo("discard"),
    ],
    [
      .text("uuid"),
      .group(
        "source", [],
        [
          nodes, .size("pagesize", path: "./pagesize"), .text("path"), .size("alignsize", path: "./alignsize"), .flag("pmem"),
        ]), memoryTarget,
    ] + placement
  ) { (output, input) throws(DefinitionError) in
    guard input[child: "target"] != nil else { throw .xml("missing <target> element for <memory> device") }
    var output = output
    let model = output[attribute: "model"] ?? ""
    if let text = output[child: "uuid"]?.text {
      guard let uuid = UUIDText(text) else { throw .failure("malformed uuid element") }
      output[child: "uuid"] = XMLElement("uuid", text: uuid.text)
    }
    if model == "nvdimm", let label = output[child: "target"]?.descendant("label", "size").flatMap({ UInt64($0.text) }) {
      guard label >= 128 else { throw .xml("nvdimm label must be at least 128KiB") }
      guard label < output.descendant("target", "size").flatMap({ UInt64($0.text) }) ?? 0 else {
        throw .xml("label size must be smaller than NVDIMM size")
      }
    }
    if output[child: "source"]?.children.isEmpty == true { output[child: "source"] = nil }
    if model == "virtio-pmem", output[attribute: "access"] == nil { output.insert("access", "shared", after: ["model"]) }
    if model == "virtio-mem", var target = output[child: "target"] {
      for name in ["block", "requested"] where target[child: name] == nil {
        target.insert(
          XMLElement(name, attributes: [XMLAttribute("unit", "KiB")], children: [.text("0")]), after: ["size", "node", "block"])
      }
      output[child: "target"] = target
    }
    return output
  }

  private static let ram: Set<String> = ["pagesize", "nodemask", "size", "node"]
  /// What is known about each model, besides where it is placed.
  private static let models: [String: Set<String>] = [
    "dimm": ram, "virtio-mem": ram.union(["block", "requested"]), "sgx-epc": ["nodemask", "size", "node"],
    "nvdimm": ["uuid", "path", "alignsize", "pmem", "size", "node", "label", "readonly"], "virtio-pmem": ["path", "size", "node"],
  ]

  private static func keep(_ known: Set<String>?, in device: inout XMLElement) {
    guard let known else { return }
    if !known.contains("uuid") { device[child: "uuid"] = nil }
    for name in ["source", "target"] {
      guard var part = device[child: name] else { continue }
      part.children.removeAll { if case .element(let element) = $0 { !known.contains(element.name) } else { false } }
      device[child: name] = part
    }
  }

  /// What libvirt checks once everything is read.
  static func validateMemory(_ device: XMLElement, cells: Int?) throws(DefinitionError) {
    try checkNode(device, cells)
    let model = device[attribute: "model"] ?? ""
    func size(_ name: String) -> UInt64 {
      device.descendant("target", name).flatMap { UInt64($0.text) } ?? 0
    }
    switch model {
    case "nvdimm", "virtio-pmem":
      guard device.descendant("source", "path") != nil else { throw .detail("path is required for model '\(model)'") }
      if model == "virtio-pmem", device[attribute: "access"] == "private" {
        throw .unsupported("shared access mode required for virtio-pmem device")
      }
      if device[child: "uuid"] != nil { throw .unsupported("UUID is not supported for NVDIMM device") }
      if device[attribute: "discard"] == "yes" {
        throw .unsupported("discard is not supported for \(model == "nvdimm" ? "nvdimms" : "model '\(model)'")")
      }
    case "virtio-mem":
      let (block, requested) = (size("block"), size("requested"))
      guard requested <= size("size") else {
        throw .detail("requested size must be smaller than or equal to @size (\(size("size"))KiB)")
      }
      guard block > 0, block & (block - 1) == 0 else { throw .detail("block size must be a power of two") }
      // That of the host's large pages.
      guard block >= 2048 else { throw .detail("block size too small, must be at least 2048KiB") }
      guard requested % block == 0 else { throw .detail("requested size must be an integer multiple of block size") }
    case "sgx-epc" where device[child: "address"] != nil:
      throw .unsupported("memory device address is not supported for model 'sgx-epc'")
    default: break
    }
  }

  /// Memory goes to one of the guest's cells.
  private static func checkNode(_ device: XMLElement, _ cells: Int?) throws(DefinitionError) {
    guard let node = device.descendant("target", "node")?.text else { return }
    guard let cells else { throw .detail("can't add memory backend as guest has no NUMA nodes configured") }
    guard UInt32(node) ?? .max < cells else {
      throw .detail("can't add memory backend for guest node '\(node)' as the guest has only '\(cells)' NUMA nodes configured")
    }
  }

  private static let nodes = ElementRule.element("nodemask") { (output, input) throws(DefinitionError) in
    guard !input.text.isEmpty else { return nil }
    guard let set = CPUSet(input.text) else { throw .invalid("Failed to parse bitmap '\(input.text)'") }
    guard !set.isEmpty else { throw .unsupported("Invalid value of 'nodemask': \(input.text)") }
    var output = output
    output.children = [.text(set.description)]
    return output
  }

  private static let memoryTarget = ElementRule.element(
    "target", [],
    [
      .size("size", path: "./size"), .text("node", .unsigned(.xml("invalid value of memory device node"), max: UInt64(UInt32.max))),
      .group("label", [], [.size("size", path: "./label/size")]) { (output, _) throws(DefinitionError) in
        output[child: "size"]?.text == "0" ? nil : output
      }, .size("block", path: "./block"), .size("requested", path: "./requested"),
      .flag("readonly"),
    ]
  ) { (output, _) throws(DefinitionError) in
    guard output[child: "size"] != nil else { throw .xml("missing element or attribute './size'") }
    return output
  }
}
