import XMLTree

extension DomainRules {
  private static let models = ["vga", "cirrus", "vmvga", "xen", "vbox", "qxl", "parallels", "virtio", "gop", "none", "bochs", "ramfb"]

  /// A video card.
  static let video = ElementRule.element("video", [], [videoDriver, videoModel] + placement) { (output, _) throws(DefinitionError) in
    guard output[child: "model"]?[attribute: "type"] == "none" else { return output }
    // No card at all: nothing can be said about it.
    let model = XMLElement("model", attributes: [XMLAttribute("type", "none")])
    return XMLElement("video", children: ([model] + output.elements("alias")).map { .element($0) })
  }

  private static let videoDriver = ElementRule.group(
    "driver", virtioOptions + [AttributeRule.choice("vgaconf", ["io", "on", "off"]).hiding("io"), .choice("name", ["qemu", "vhostuser"])])

  /// What libvirt checks once the card has its model.
  static func validateVideo(_ video: XMLElement) throws(DefinitionError) {
    let model = video[child: "model"]
    let isVirtio = model?[attribute: "type"] == "virtio"
    let isVhostUser = video[child: "driver"]?[attribute: "name"] == "vhostuser"
    if isVhostUser, !isVirtio { throw .unsupported("'vhostuser' driver is only supported with 'virtio' device") }
    if !isVhostUser, model?[child: "acceleration"]?[attribute: "rendernode"] != nil {
      throw .unsupported("unsupported rendernode accel attribute without 'vhostuser'")
    }
    if !isVirtio, let driver = video[child: "driver"] { try refuseVirtio(driver) }
  }

  private static func size(_ name: String) -> AttributeRule { .unsigned(name).or(.xml("cannot parse video \(name) '%'")).orEmpty }

  private static let videoModel = ElementRule.element(
    "model",
    [
      .choice("type", models + ["default"]).or(.unsupported("unknown video model '%'")).hiding("default").orEmpty, size("ram"),
      size("vram"),
      size("vram64"), size("vgamem"), size("heads"), .yesNo("primary"), .onOff("blob"),
    ],
    [
      .element("acceleration", [.yesNo("accel3d"), .yesNo("accel2d"), .any("rendernode")]) { (output, _) throws(DefinitionError) in
        guard !output.attributes.isEmpty else { throw .unsupported("missing values for acceleration") }
        return output
      },
      .element("resolution", [.unsigned("x").required, .unsigned("y").required]) { (output, _) throws(DefinitionError) in
        guard output[attribute: "x"] != "0", output[attribute: "y"] != "0" else {
          throw .unsupported("video resolution values must be greater than 0")
        }
        return output
      },
    ]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    output[attribute: "blob"] = nil
    let type = output[attribute: "type"]
    for name in ["ram", "vram64", "vgamem"] where output[attribute: name] != nil && type != "qxl" && type != "none" {
      throw .unsupported("\(name) attribute only supported for video type qxl")
    }
    return output
  }

  /// Completes a card's model: its memory, in powers of two, and its heads.
  static func completeVideo(_ model: inout XMLElement, fallback: String) {
    let type = model[attribute: "type"] ?? fallback
    func number(_ name: String) -> UInt32? { model[attribute: name].flatMap { UInt32($0) } }
    /// Nothing and 0 both mean the usual size.
    func memory(_ name: String, or usual: UInt32? = nil) -> String? {
      let given = number(name) ?? 0
      return given > 0 ? String(power(given)) : usual.map { String($0) }
    }
    func power(_ value: UInt32) -> UInt32 { (0..<32).lazy.map { UInt32(1) << $0 }.first { $0 >= value } ?? value }
    var pairs: [(String, String)] = [("type", type)]
    switch type {
    case "none":
      model.attributes = [XMLAttribute("type", type)]
      return
    case "qxl":
      pairs.append(("ram", memory("ram", or: 65536) ?? ""))
      pairs.append(("vram", memory("vram", or: 65536) ?? ""))
      for name in ["vram64", "vgamem"] { if let value = number(name), value > 0 { pairs.append((name, String(value))) } }
    case "vga", "cirrus", "vmvga", "bochs": pairs.append(("vram", memory("vram", or: 16384) ?? ""))
    case "xen": pairs.append(("vram", memory("vram", or: 4096) ?? ""))
    default: if let vram = memory("vram") { pairs.append(("vram", vram)) }
    }
    let heads = number("heads") ?? 1
    if heads > 0 { pairs.append(("heads", String(heads))) }
    if model[attribute: "primary"] == "yes" { pairs.append(("primary", "yes")) }
    model.attributes = pairs.map { XMLAttribute($0.0, $0.1) }
  }
}
