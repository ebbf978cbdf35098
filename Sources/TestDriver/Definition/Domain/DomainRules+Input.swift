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
      .group("driver", [.onOff("iommu"), .onOff("ats"), .onOff("packed"), .onOff("page_per_vq")]),
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
    if let source = input[child: "source"], source[attribute: "evdev"] == nil, source[attribute: "dev"] == nil {
      throw .xml("Missing evdev path for input device")
    }
    let (type, bus) = (output[attribute: "type"] ?? "", output[attribute: "bus"])
    if let model = output[attribute: "model"], bus != "virtio" {
      throw .unsupported("only bus 'virtio' is supported for input model '\(model)'")
    }
    if bus == "ps2", type == "tablet" || type == "passthrough" { throw .failure("ps2 bus does not support \(type) input device") }
    return output
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
          .choice("type", ["duplex", "micro", "output"]).required.or(.unsupported("unknown codec type '%'"))
        ]
      ).many.when("model", "ich6", "ich9"),
      .element("audio", [.positive("id").required]),
    ] + placement)

  private static let drivers = ["none", "alsa", "coreaudio", "jack", "oss", "pulseaudio", "sdl", "spice", "file", "dbus"]

  private static func stream(_ name: String) -> ElementRule {
    ElementRule.group(
      name,
      [
        .yesNo("mixingEngine"), .yesNo("fixedSettings"), .unsigned("voices"), .unsigned("bufferLength"), .any("dev"),
        .unsigned("bufferCount"),
        .yesNo("tryPoll"), .any("name"), .any("streamName"), .unsigned("latency"), .any("serverName"), .any("clientName"),
        .any("connectPorts"),
        .yesNo("exactName"),
      ],
      [
        .element(
          "settings",
          [
            .unsigned("frequency"), .unsigned("channels"), .choice("format", ["s8", "u8", "s16", "u16", "s32", "u32", "f32"]),
          ])
      ]
    ) { (output, _) throws(DefinitionError) in
      if output[child: "settings"] != nil, output[attribute: "fixedSettings"] != "yes" {
        throw .unsupported("audio settings specified without fixed settings flag")
      }
      return output
    }
  }

  /// Where sound goes on the host.
  static let audio = ElementRule.element(
    "audio",
    [
      .positive("id"), .choice("type", drivers).required, .unsigned("timerPeriod"), .any("serverName"), .any("path"),
      .choice("driver", ["esd", "alsa", "arts", "pulseaudio"]), .yesNo("tryMMap"), .yesNo("exclusive"), .signed("dspPolicy"),
    ], [stream("input"), stream("output")]
  ) { (output, _) throws(DefinitionError) in
    var output = output
    let keep: [String: Set<String>] = [
      "pulseaudio": ["serverName"], "file": ["path"], "sdl": ["driver"], "oss": ["tryMMap", "exclusive", "dspPolicy"],
    ]
    let own = keep[output[attribute: "type"] ?? ""] ?? []
    output.attributes.removeAll { !["id", "type", "timerPeriod"].contains($0.name) && !own.contains($0.name) }
    return output
  }
}
