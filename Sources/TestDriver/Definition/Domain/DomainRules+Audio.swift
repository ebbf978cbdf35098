import XMLTree

extension DomainRules {
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
      if output[attribute: "fixedSettings"] == "yes", output[attribute: "mixingEngine"] != "yes" {
        throw .unsupported("fixed audio settings requires mixing engine")
      }
      var output = output
      if output[attribute: "fixedSettings"] == "yes", output[child: "settings"] == nil {
        output.children.append(.element(XMLElement("settings")))
      }
      return output
    }
  }

  private static let common: Set<String> = ["mixingEngine", "fixedSettings", "voices", "bufferLength"]
  /// What a stream of one kind of driver can be told besides.
  private static let streamOptions: [String: Set<String>] = [
    "alsa": ["dev"], "coreaudio": ["bufferCount"], "jack": ["serverName", "clientName", "connectPorts", "exactName"],
    "oss": ["dev", "bufferCount", "tryPoll"], "pulseaudio": ["name", "streamName", "latency"], "sdl": ["bufferCount"],
  ]

  private static let options: [String: Set<String>] = [
    "pulseaudio": ["serverName"], "file": ["path"], "sdl": ["driver"], "oss": ["tryMMap", "exclusive", "dspPolicy"],
  ]

  /// Where sound goes on the host. What other drivers are told is not even read.
  static let audio = ElementRule.element("audio") { (_, input) throws(DefinitionError) in
    let type = input[attribute: "type"] ?? ""
    var known = input
    known.attributes.removeAll { !["id", "type", "timerPeriod"].contains($0.name) && options[type]?.contains($0.name) != true }
    for name in ["input", "output"] {
      known[child: name]?.attributes.removeAll { !common.contains($0.name) && streamOptions[type]?.contains($0.name) != true }
    }
    guard var output = try audioContents.apply(known) else { return nil }
    if let policy = output[attribute: "dspPolicy"], policy.hasPrefix("-") { throw .xml("cannot parse 'dspPolicy' value '\(policy)'") }
    if let id = output[attribute: "id"] {
      output[attribute: "id"] = nil
      output.attributes.insert(XMLAttribute("id", id), at: 0)
    }
    return output
  }

  private static let audioContents = ElementRule.element(
    "audio",
    [
      .choice("type", drivers).required, .positive("id").required, .positive("timerPeriod"), .any("serverName"), .any("path"),
      .choice("driver", ["esd", "alsa", "arts", "pulseaudio"]), .yesNo("tryMMap"), .yesNo("exclusive"), .signed("dspPolicy"),
    ], [stream("input"), stream("output")])
}
