import XMLTree

extension DomainRules {
  /// A keyboard, mouse or the like.
  static let input = ElementRule.element(
    "input",
    [
      .choice("type", ["mouse", "tablet", "keyboard", "passthrough", "evdev"]).required(.failure("missing input device type"))
        .or(.unsupported("unknown input device type '%'")),
      .choice("bus", ["ps2", "usb", "xen", "parallels", "virtio", "none"]).or(.unsupported("unknown input bus type '%'")),
      .choice("model", ["virtio", "virtio-transitional", "virtio-non-transitional"]),
    ],
    [
      virtioDriver,
      ElementRule.group("source", [.any("evdev")]).when("type", "passthrough"),
      ElementRule.group(
        "source",
        [
          .any("dev"), .choice("grab", ["all"]),
          .choice("grabToggle", ["ctrl-ctrl", "alt-alt", "shift-shift", "meta-meta", "scrolllock", "ctrl-scrolllock"]), .onOff("repeat"),
        ]
      ).when("type", "evdev"),
    ] + placement
  ) { (output, input) throws(DefinitionError) in
    let path = ["passthrough": "evdev", "evdev": "dev"][output[attribute: "type"] ?? ""]
    if let path, let source = input[child: "source"], source[attribute: path] == nil {
      throw .xml("Missing evdev path for input device")
    }
    let (type, bus) = (output[attribute: "type"], output[attribute: "bus"])
    if bus == "usb" || bus == nil && type == "tablet", let address = output[child: "address"]?[attribute: "type"], address != "usb" {
      throw .xml("Invalid address for a USB device")
    }
    return output
  }

  /// What libvirt checks once all devices are read.
  static func validateInput(_ input: XMLElement) throws(DefinitionError) {
    let (type, bus) = (input[attribute: "type"] ?? "", input[attribute: "bus"])
    if let model = input[attribute: "model"], bus != "virtio" {
      throw .unsupported("only bus 'virtio' is supported for input model '\(model)'")
    }
    if bus == "ps2", type == "tablet" || type == "passthrough" { throw .failure("ps2 bus does not support \(type) input device") }
    if type == "passthrough", let bus, bus != "virtio" {
      throw .unsupported("only bus 'virtio' is supported for 'passthrough' input devices")
    }
    if type == "evdev", bus != nil { throw .unsupported("input evdev doesn't support bus element") }
  }

  /// A sound card.
  static let sound = ElementRule.element(
    "sound",
    [
      .choice("model", ["sb16", "es1370", "pcspk", "ac97", "ich6", "ich9", "usb", "ich7"]).required
    ],
    [
      ElementRule.element(
        "codec",
        [
          .choice("type", ["duplex", "micro", "output"]).required(.unsupported("unknown codec type '(null)'")).or(
            .unsupported("unknown codec type '%'"))
        ]
      ).many.when("model", "ich6", "ich9"),
      .element("audio", [.positive("id").required]),
    ] + placement)
}
