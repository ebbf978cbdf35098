import XMLTree

extension DomainRules {
  private static let types = [
    "ide", "fdc", "scsi", "sata", "virtio-serial", "ccid", "usb", "pci", "xenbus", "isa",
  ]
  private static let models: [String: [String]] = [
    "ide": ["piix3", "piix4", "ich6"],
    "scsi": [
      "auto", "buslogic", "lsilogic", "lsisas1068", "vmpvscsi", "ibmvscsi", "virtio-scsi", "lsisas1078", "ncr53c90", "dc390", "am53c974",
      "virtio-transitional", "virtio-non-transitional",
    ],
    "usb": [
      "piix3-uhci", "piix4-uhci", "ehci", "ich9-ehci1", "ich9-uhci1", "ich9-uhci2", "ich9-uhci3", "vt82c686b-uhci", "pci-ohci", "nec-xhci",
      "qusb1", "qusb2", "qemu-xhci", "none",
    ],
    "pci": [
      "pci-root", "pcie-root", "pci-bridge", "dmi-to-pci-bridge", "pcie-to-pci-bridge", "pcie-root-port", "pcie-switch-upstream-port",
      "pcie-switch-downstream-port", "pci-expander-bus", "pcie-expander-bus",
    ],
    "virtio-serial": ["virtio", "virtio-transitional", "virtio-non-transitional"],
  ]
  private static let hardware = [
    "none", "pci-bridge", "i82801b11-bridge", "ioh3420", "x3130-upstream", "xio3130-downstream", "pxb", "pxb-pcie", "pcie-root-port",
    "spapr-pci-host-bridge", "pcie-pci-bridge",
  ]

  /// The first port that a companion of a USB 2 controller serves.
  private static let companions = ["ich9-uhci1": "0", "ich9-uhci2": "2", "ich9-uhci3": "4"]

  /// A controller; one without an index gets it later.
  static let controller = ElementRule.element(
    "controller",
    [
      .choice("type", types).or("ide"), .count("index"), .any("model"),
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    let type = output[attribute: "type"] ?? ""
    if let model = output[attribute: "model"] {
      guard models[type]?.contains(model) == true else { throw .unsupported("Unknown model type '\(model)'") }
    }
    var own: [AttributeRule] = []
    switch type {
    case "virtio-serial": own = [.count("ports"), .count("vectors")]
    case "usb": own = [.count("ports")]
    case "xenbus": own = [.count("maxGrantFrames"), .count("maxEventChannels")]
    default: break
    }
    for rule in own { if let value = try rule.value(in: input) { output[attribute: rule.name] = value } }
    try checkPlace(input, type, output[attribute: "model"] ?? "")
    for rule in (type == "pci" ? pciChildren : []) + [controllerDriver] + placement {
      if let element = input[child: rule.name], let made = try rule.apply(element) { output.children.append(.element(made)) }
    }
    if output[attribute: "model"] != "pci-root", output[attribute: "model"] != "pcie-root" { output[child: "pcihole64"] = nil }
    if type == "usb", let start = companions[output[attribute: "model"] ?? ""], output[child: "master"] == nil {
      let master = XMLElement("master", attributes: [XMLAttribute("startport", start)])
      output.insert(master, after: ["driver", "boot", "alias"])
    }
    if output[attribute: "model"] == "none" { output[child: "address"] = nil }
    return output
  }

  /// What libvirt reads and checks before it comes to what only PCI controllers have.
  private static func checkPlace(_ input: XMLElement, _ type: String, _ model: String) throws(DefinitionError) {
    let driver = try input[child: "driver"].flatMap(controllerDriver.apply)
    for rule in placement { _ = try rule.applyAll(in: input) }
    if driver?[attribute: "iothread"] != nil, type != "scsi" || !model.hasPrefix("virtio") {
      throw .xml("'iothread' attribute only supported for virtio scsi controllers")
    }
  }

  /// What libvirt checks once all devices are read.
  static func validateController(_ controller: XMLElement) throws(DefinitionError) {
    let type = controller[attribute: "type"] ?? ""
    guard type == "pci" else { return }
    if controller[attribute: "model"]?.hasSuffix("-root") == true, controller[child: "address"] != nil {
      throw .unsupported("pci-root and pcie-root controllers should not have an address")
    }
    if let index = controller[attribute: "index"].flatMap({ Int($0) }), index > 255 {
      throw .unsupported("PCI controller index \(index) too high, maximum is 255")
    }
    if controller[attribute: "index"] == "0", controller[child: "target"]?[child: "node"] != nil {
      throw .unsupported("The PCI controller with index=0 can't be associated with a NUMA node")
    }
  }

  private static let controllerDriver = ElementRule.group(
    "driver",
    [
      AttributeRule.unsigned("queues").hiding("0"), AttributeRule.unsigned("cmd_per_lun").hiding("0"),
      AttributeRule.unsigned("max_sectors").hiding("0"), .onOff("ioeventfd"), AttributeRule.unsigned("iothread").hiding("0"),
      .onOff("iommu"),
      .onOff("ats"), .onOff("packed"), .onOff("page_per_vq"),
    ])

  private static let pciChildren: [ElementRule] = [
    .group("model", [.choice("name", hardware).hiding("none")]),
    pciTarget, .size("pcihole64", path: "./pcihole64"),
  ]

  private static let pciTarget = ElementRule.group(
    "target",
    [
      .unsignedAnyBase("chassisNr"), .unsignedAnyBase("chassis"), .unsignedAnyBase("port"), .unsignedAnyBase("busNr"),
      .unsignedAnyBase("index"), .onOff("hotplug"),
    ]
  ) { (output, input) throws(DefinitionError) in
    var output = output
    for (name, low) in [("chassisNr", 1), ("chassis", 0), ("port", 0), ("busNr", 1), ("index", 0)] {
      guard let value = output[attribute: name].flatMap({ UInt64($0) }) else { continue }
      let high = name == "busNr" ? 254 : name == "index" ? 30 : 255
      guard (UInt64(low)...UInt64(high)).contains(value) else {
        throw .unsupported("PCI controller \(name) '\(value)' out of range - must be \(low)-\(high)")
      }
      if name == "port" { output[attribute: name] = Number.hex(value, 1) }
    }
    if let node = input[child: "node"]?.text, !node.isEmpty {
      guard let number = Number.unsigned(node), number <= UInt64(Int32.max) else { throw .xml("invalid NUMA node in target") }
      output.children = [.element(XMLElement("node", text: String(number)))]
    }
    return output
  }
}
