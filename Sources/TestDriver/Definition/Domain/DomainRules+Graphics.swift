import XMLTree

extension DomainRules {
  private static let kinds = ["sdl", "vnc", "rdp", "desktop", "spice", "egl-headless", "dbus"]

  /// A display.
  static let graphics = ElementRule.element("graphics", [.choice("type", kinds).required]) { (output, input) throws(DefinitionError) in
    switch output[attribute: "type"] {
    case "vnc": try vnc(output, input)
    case "spice": try spice(output, input)
    case "rdp": try rdp(output, input)
    case "sdl":
      try ElementRule.element("graphics", [.any("type"), .any("display"), .any("xauth"), .yesNo("fullscreen")], [gl([])]).apply(input)
        .map { hiding($0, "fullscreen", "no") }
    case "desktop":
      try ElementRule.element("graphics", [.any("type"), .any("display"), .yesNo("fullscreen")]).apply(input).map {
        hiding($0, "fullscreen", "no")
      }
    case "egl-headless": try ElementRule.element("graphics", [.any("type")], [.group("gl", [.any("rendernode")])]).apply(input)
    default:
      try ElementRule.element(
        "graphics", [.any("type"), AttributeRule.yesNo("p2p").hiding("no"), .any("address")],
        [gl([.any("rendernode")]), .group("audio", [.positive("id")])]
      ) { (output, _) throws(DefinitionError) in
        if output[attribute: "p2p"] != nil, output[attribute: "address"] != nil {
          throw .xml("D-Bus p2p with an address is not supported")
        }
        return output
      }.apply(input)
    }
  }

  private static func hiding(_ element: XMLElement, _ name: String, _ value: String) -> XMLElement {
    var element = element
    if element[attribute: name] == value { element[attribute: name] = nil }
    return element
  }

  private static func gl(_ more: [AttributeRule]) -> ElementRule { .element("gl", [.yesNo("enable").required] + more) }

  private static let password: [AttributeRule] = [
    .any("passwd"), .any("passwdValidTo"),
    .choice("connected", ["fail", "disconnect", "keep"]).or(.unsupported("unknown connected value %")),
  ]

  private static func vnc(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    var output = output
    let listens = try listens(input, "vnc")
    let network = listens.first?[attribute: "type"] == "address" || listens.first?[attribute: "type"] == "network"
    let (port, auto) = try port(input, "vnc")
    if listens.first?[attribute: "type"] == "socket" {
      output[attribute: "socket"] = listens.first?[attribute: "socket"]
    } else if network {
      if let text = auto ? "-1" : port { output[attribute: "port"] = text }
      output[attribute: "autoport"] = auto ? "yes" : "no"
    }
    if let socket = try AttributeRule.signed("websocket").value(in: input), network, socket != "0" {
      output[attribute: "websocket"] = socket
    }
    output[attribute: "listen"] = listens.first?[attribute: "type"] == "address" ? listens.first?[attribute: "address"] : nil
    try copy(
      &output, input,
      [
        .any("keymap"), .choice("sharePolicy", ["allow-exclusive", "force-shared", "ignore"]), .yesNo("powerControl"),
      ] + password)
    if output[attribute: "passwd"] != nil, let connected = output[attribute: "connected"], connected != "keep" {
      throw .unsupported("VNC supports connected='keep' only")
    }
    try finishPassword(&output)
    output.children = listens.map { .element($0) }
    if let audio = try ElementRule.group("audio", [.positive("id")]).apply(input[child: "audio"] ?? XMLElement("audio")) {
      output.children.append(.element(audio))
    }
    return output
  }

  private static func copy(_ output: inout XMLElement, _ input: XMLElement, _ rules: [AttributeRule]) throws(DefinitionError) {
    for rule in rules { if let value = try rule.value(in: input) { output[attribute: rule.name] = value } }
  }

  private static func finishPassword(_ element: inout XMLElement) throws(DefinitionError) {
    guard element[attribute: "passwd"] != nil else {
      element[attribute: "passwdValidTo"] = nil
      element[attribute: "connected"] = nil
      return
    }
    guard let time = element[attribute: "passwdValidTo"] else { return }
    let shape = time.utf8.map { (48...57).contains($0) ? UInt8(ascii: "0") : $0 }
    guard shape == Array("0000-00-00T00:00:00".utf8) else {
      throw .failure("cannot parse password validity time '\(time)', expect YYYY-MM-DDTHH:MM:SS")
    }
  }

  /// The port and whether libvirt chooses it; 0 and -1 are no ports.
  private static func port(_ input: XMLElement, _ kind: String) throws(DefinitionError) -> (String?, Bool) {
    let auto = input[attribute: "autoport"]
    guard let text = input[attribute: "port"] else { return (nil, auto != "no") }
    guard let number = Number.signed(text), Int32(exactly: number) != nil else { throw .failure("cannot parse \(kind) port \(text)") }
    if number == -1 { return (nil, auto != "no") }
    return (number == 0 ? nil : String(number), auto == "yes")
  }

  private static func rdp(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    var output = output
    let text = input[attribute: "port"] ?? "-1"
    guard let number = Number.signed(text), Int32(exactly: number) != nil else { throw .failure("cannot parse rdp port \(text)") }
    let auto = number == -1 || input[attribute: "autoport"] == "yes"
    if auto || number != 0 { output[attribute: "port"] = auto ? "0" : String(number) }
    if auto { output[attribute: "autoport"] = "yes" }
    for name in ["replaceUser", "multiUser"] where input[attribute: name] == "yes" { output[attribute: name] = "yes" }
    let listens = try listens(input, "rdp")
    output[attribute: "listen"] = listens.first?[attribute: "address"]
    output.children = listens.map { .element($0) }
    return output
  }

  private static func spice(_ output: XMLElement, _ input: XMLElement) throws(DefinitionError) -> XMLElement? {
    var output = output
    let port = try AttributeRule.signed("port").value(in: input) ?? "0"
    let tls = try AttributeRule.signed("tlsPort").value(in: input) ?? "0"
    let auto = try AttributeRule.yesNo("autoport").value(in: input) == "yes" || (port == "-1" && tls == "-1")
    var listens = try listens(input, "spice")
    if port == "0", tls == "0", !auto, listens.first?[attribute: "type"] == "address" {
      listens = [XMLElement("listen", attributes: [XMLAttribute("type", "none")])]
    }
    if listens.first?[attribute: "type"] == "address" || listens.first?[attribute: "type"] == "network" {
      if port != "0", !auto { output[attribute: "port"] = port }
      if tls != "0", !auto { output[attribute: "tlsPort"] = tls }
      output[attribute: "autoport"] = auto ? "yes" : "no"
      output[attribute: "listen"] = listens.first?[attribute: "address"]
    }
    try copy(
      &output, input,
      [
        .any("keymap"), AttributeRule.choice("defaultMode", ["any", "secure", "insecure"]).hiding("any"),
      ] + password)
    try finishPassword(&output)
    output.children = listens.map { .element($0) } + (try spiceOptions(input))
    return output
  }
}
