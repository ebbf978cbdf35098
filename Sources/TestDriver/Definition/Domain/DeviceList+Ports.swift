import XMLTree

extension DeviceList {
  /// Numbers the serial, parallel and console ports, and mirrors the first serial port in the first console and the other way round.
  mutating func completePorts(_ os: String) throws(DefinitionError) {
    for kind in ["serial", "parallel"] { number(kind) }
    for index in self["console"].indices {
      self["console"][index].setPort(index)
      let type = self["console"][index][child: "target"]?[attribute: "type"]
      if type == nil || type == "serial", index > 0 { throw .unsupported("Only the first console can be a serial port") }
    }
    if os == "hvm" || os == "exe" && !self["serial"].isEmpty { mirror(os) }
    for index in self["console"].indices {
      guard var target = self["console"][index][child: "target"], target[attribute: "type"] == nil else { continue }
      target.attributes.insert(XMLAttribute("type", "serial"), at: 0)
      self["console"][index][child: "target"] = target
    }
    try numberISA()
  }

  /// A port without a number comes after the highest one so far; ISA ports are numbered by themselves.
  private mutating func number(_ kind: String) {
    var highest = self[kind].compactMap { $0[child: "target"]?[attribute: "port"].flatMap { Int($0) } }.max() ?? -1
    for index in self[kind].indices {
      let target = self[kind][index][child: "target"]
      if target?[attribute: "port"] == nil, target?[attribute: "type"] != "isa-serial" {
        highest += 1
        self[kind][index].setPort(highest)
      }
    }
  }

  private mutating func numberISA() throws(DefinitionError) {
    var used: Set<Int> = []
    for port in self["serial"] where port[child: "target"]?[attribute: "type"] == "isa-serial" {
      guard let number = port[child: "target"]?[attribute: "port"].flatMap({ Int($0) }) else { continue }
      guard number < 4 else { throw .failure("Maximum supported number of ISA serial ports is '4'") }
      guard used.insert(number).inserted else { throw .failure("target port '\(number)' already allocated") }
    }
    for index in self["serial"].indices {
      guard let target = self["serial"][index][child: "target"], target[attribute: "type"] == "isa-serial",
        target[attribute: "port"] == nil
      else { continue }
      guard let free = (0..<4).first(where: { !used.contains($0) }) else {
        throw .failure("Maximum supported number of ISA serial ports is '4'")
      }
      used.insert(free)
      self["serial"][index].setPort(free)
      if index == 0, self["console"].first?[child: "target"]?[attribute: "type"] == "serial" { self["console"][0].setPort(free) }
    }
  }

  private mutating func mirror(_ os: String) {
    guard os == "hvm" else { return }
    let first = self["console"].first
    let firstType = first?[child: "target"]?[attribute: "type"]
    if let first, firstType == nil || firstType == "serial", self["serial"].isEmpty {
      var serial = first
      serial.name = "serial"
      serial[child: "target"] = XMLElement("target", attributes: [XMLAttribute("port", "0")])
      self["serial"] = [serial]
    }
    guard let serial = self["serial"].first else { return }
    let type = serial[child: "target"]?[attribute: "type"]
    let mirrored = first != nil && (firstType == nil || firstType == "serial")
    guard mirrored || type == nil || ["isa-serial", "system-serial", "spapr-vio-serial", "sclp-serial"].contains(type) else { return }
    var console = serial
    console.name = "console"
    var target = XMLElement("target", attributes: [XMLAttribute("type", "serial")])
    target[attribute: "port"] = serial[child: "target"]?[attribute: "port"] ?? "0"
    console[child: "target"] = target
    if mirrored { self["console"][0] = console } else { self["console"].insert(console, at: 0) }
  }
}

extension XMLElement {
  /// Sets the number of a port, behind the type of its target.
  fileprivate mutating func setPort(_ number: Int) {
    var target = self[child: "target"] ?? XMLElement("target")
    if target[attribute: "port"] == nil { target.insert("port", "", after: ["type"]) }
    target[attribute: "port"] = String(number)
    self[child: "target"] = target
  }
}
