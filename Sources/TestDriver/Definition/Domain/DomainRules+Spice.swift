import XMLTree

extension DomainRules {
  private static let channels = ["main", "display", "inputs", "cursor", "playback", "record", "smartcard", "usbredir"]

  private static let options: [ElementRule] = [
    .element("image", [.choice("compression", ["auto_glz", "auto_lz", "quic", "glz", "lz", "off"]).required]),
    .element("jpeg", [.choice("compression", ["auto", "never", "always"]).required]),
    .element("zlib", [.choice("compression", ["auto", "never", "always"]).required]),
    .element("playback", [.onOff("compression").required]),
    .element("streaming", [.choice("mode", ["filter", "all", "off"]).required]),
    .element("mouse", [.choice("mode", ["server", "client"]).required]),
    .element("clipboard", [.yesNo("copypaste").required]), .element("filetransfer", [.yesNo("enable").required]),
    .element("gl", [.yesNo("enable").required, .any("rendernode")]),
  ]

  /// What SPICE does with its channels; the last word about a channel holds.
  static func spiceOptions(_ input: XMLElement) throws(DefinitionError) -> [XMLNode] {
    var modes: [String: String] = [:]
    for channel in input.elements("channel") {
      let rule = ElementRule.element(
        "channel",
        [
          .choice("name", channels).required, .choice("mode", ["any", "secure", "insecure"]).required,
        ])
      guard let made = try rule.apply(channel) else { continue }
      modes[made[attribute: "name"] ?? ""] = made[attribute: "mode"]
    }
    var nodes: [XMLNode] = channels.compactMap { name in
      guard let mode = modes[name], mode != "any" else { return nil }
      return .element(XMLElement("channel", attributes: [XMLAttribute("name", name), XMLAttribute("mode", mode)]))
    }
    for rule in options {
      if let element = input[child: rule.name], let made = try rule.apply(element) { nodes.append(.element(made)) }
    }
    return nodes
  }

  /// Where a display listens; one address is always there.
  static func listens(_ input: XMLElement, _ kind: String) throws(DefinitionError) -> [XMLElement] {
    var listens: [XMLElement] = []
    for element in input.elements("listen") { listens.append(try listen(element, kind)) }
    if let socket = input[attribute: "socket"], kind == "vnc" || kind == "spice" {
      let socketListen = XMLElement("listen", attributes: [XMLAttribute("type", "socket"), XMLAttribute("socket", socket)])
      let found = listens.first?[attribute: "socket"]
      if let found, found != socket {
        throw .unsupported(
          "graphics 'socket' attribute '\(socket)' must match 'socket' attribute of first listen element (found '\(found)')")
      }
      // It wins over all but none at all.
      if listens.isEmpty { listens = [socketListen] } else if listens[0][attribute: "type"] != "none" { listens[0] = socketListen }
    }
    let address = input[attribute: "listen"].flatMap { $0.isEmpty ? nil : $0 }
    if let address, let type = listens.first?[attribute: "type"], type == "address" || type == "network" {
      // What the first one says itself, even where libvirt does not keep it.
      let found = input[child: "listen"]?[attribute: "address"].flatMap { $0.isEmpty ? nil : $0 }
      if found == nil, type == "address" { listens[0][attribute: "address"] = address }
      if let found, found != address {
        throw .unsupported(
          "graphics 'listen' attribute '\(address)' must match 'address' attribute of first listen element (found '\(found)')")
      }
    }
    if listens.isEmpty {
      var element = XMLElement("listen", attributes: [XMLAttribute("type", "address")])
      element[attribute: "address"] = address
      listens = [element]
    }
    return listens
  }

  private static func listen(_ input: XMLElement, _ kind: String) throws(DefinitionError) -> XMLElement {
    let type = try AttributeRule.choice("type", ["address", "network", "socket", "none"]).required.value(in: input) ?? ""
    if type == "none", kind != "spice", kind != "vnc" {
      throw .unsupported("listen type 'none' is not available for graphics type '\(kind)'")
    }
    if type == "socket", kind != "spice", kind != "vnc" {
      throw .unsupported("listen type 'socket' is not available for graphics type '\(kind)'")
    }
    var output = XMLElement("listen", attributes: [XMLAttribute("type", type)])
    if let address = input[attribute: "address"], !address.isEmpty, type == "address" { output[attribute: "address"] = address }
    if let network = input[attribute: "network"], !network.isEmpty {
      guard type == "network" else { throw .xml("'network' attribute is valid only for listen type 'network'") }
      output[attribute: "network"] = network
    } else if type == "network" {
      throw .xml("'network' attribute is required for listen type 'network'")
    }
    if let socket = input[attribute: "socket"], !socket.isEmpty {
      guard type == "socket" else { throw .xml("'socket' attribute is valid only for listen type 'socket'") }
      output[attribute: "socket"] = socket
    }
    return output
  }
}
