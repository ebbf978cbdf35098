import XMLTree

extension DeviceList {
  /// Sorts the controllers, numbers those without an index and refuses two of one number.
  mutating func completeControllers() throws(DefinitionError) {
    var sorted: [XMLElement] = []
    for controller in self["controller"] { Self.insert(controller, into: &sorted) }
    for position in sorted.indices where sorted[position][attribute: "index"] == nil {
      let type = sorted[position][attribute: "type"]
      var index: Int?
      if Self.isUSB2(sorted[position]), let previous = sorted[..<position].last(where: { $0[attribute: "type"] == type }),
        Self.isUSB2(previous)
      {
        index = Self.number(of: previous)
      }
      let used = Set(sorted.filter { $0[attribute: "type"] == type }.map { Self.number(of: $0) }.filter { $0 >= 0 })
      let number = index ?? (0...sorted.count).first { !used.contains($0) } ?? 0
      sorted[position].insert("index", String(number), after: ["type"])
    }
    var seen: Set<String> = []
    for controller in sorted where !Self.isUSB2(controller) {
      let (type, index) = (controller[attribute: "type"] ?? "", controller[attribute: "index"] ?? "")
      guard seen.insert(type + index).inserted else { throw .xml("Multiple '\(type)' controllers with index '\(index)'") }
    }
    for controller in sorted where controller[attribute: "type"] == "pci" {
      guard let target = controller[child: "target"]?[attribute: "index"] else { continue }
      guard (target == "0") == (controller[attribute: "index"] == "0") else {
        throw .unsupported("Only the PCI controller with index 0 can have target index 0, and vice versa")
      }
    }
    self["controller"] = sorted
  }

  private static func number(of controller: XMLElement) -> Int { controller[attribute: "index"].flatMap { Int($0) } ?? -1 }

  /// The USB 2 controllers of one chip share a number.
  private static func isUSB2(_ controller: XMLElement) -> Bool {
    controller[attribute: "model"]?.hasPrefix("ich9-") == true && controller[attribute: "type"] == "usb"
  }

  private static func insert(_ controller: XMLElement, into controllers: inout [XMLElement]) {
    var place: Int?
    let rank = number(of: controller)
    let isMaster = controller[child: "master"] == nil
    for (position, other) in controllers.enumerated().reversed() where other[attribute: "type"] == controller[attribute: "type"] {
      if rank >= 0, number(of: other) > rank || isMaster && other[child: "master"] != nil {
        place = position
      } else {
        place = place ?? position + 1
        break
      }
    }
    controllers.insert(controller, at: place ?? controllers.count)
  }

  /// Adds the controllers that addresses of other devices name.
  mutating func addControllers() {
    func highest(_ kind: String, _ address: String, _ matches: (XMLElement) -> Bool) -> Int {
      self[kind].filter(matches).compactMap { device in
        guard let place = device[child: "address"], place[attribute: "type"] == address else { return nil }
        return place[attribute: "controller"].flatMap { Int($0) }
      }.max() ?? -1
    }
    for bus in ["scsi", "fdc", "ide", "sata"] {
      var top = highest("disk", "drive") { $0[child: "target"]?[attribute: "bus"] == bus }
      if bus == "scsi" { top = max(top, highest("hostdev", "drive") { $0[attribute: "type"] == "scsi" }) }
      addMissing(bus, upTo: top)
    }
    completeVirtioSerial()
    for card in self["smartcard"] {
      guard let index = card[child: "address"]?[attribute: "controller"].flatMap({ Int($0) }) else { continue }
      if !self["controller"].contains(where: { $0[attribute: "type"] == "ccid" && $0[attribute: "index"] == String(index) }) {
        add("ccid", index)
      }
    }
  }

  private mutating func addMissing(_ type: String, upTo top: Int) {
    guard top >= 0 else { return }
    let present = Set(self["controller"].filter { $0[attribute: "type"] == type }.compactMap { $0[attribute: "index"] })
    // A definition cannot make more controllers than a machine could ever have.
    for index in 0...min(top, 255) where !present.contains(String(index)) { add(type, index) }
  }

  private mutating func add(_ type: String, _ index: Int) {
    self["controller"].append(
      XMLElement("controller", attributes: [XMLAttribute("type", type), XMLAttribute("index", String(index))]))
  }

  private mutating func completeVirtioSerial() {
    let ports = (self["channel"] + self["console"]).filter { $0[child: "target"]?[attribute: "type"] == "virtio" }
    for port in ports {
      let place = port[child: "address"]
      let index = (place?[attribute: "type"] == "virtio-serial" ? place?[attribute: "controller"] : nil).flatMap { Int($0) } ?? 0
      let present = self["controller"].contains {
        $0[attribute: "type"] == "virtio-serial" && $0[attribute: "index"] == String(index)
      }
      if !present { add("virtio-serial", index) }
    }
  }
}
