import XMLTree

extension DeviceList {
  /// Input devices without a bus get the usual one.
  mutating func completeInputs(_ os: String, _ architecture: String) throws(DefinitionError) {
    try checkInputs(os)
    let isPC = architecture == "i686" || architecture == "x86_64"
    for index in self["input"].indices {
      switch self["input"][index][attribute: "bus"] {
      case nil: break
      case "none":
        self["input"][index][attribute: "bus"] = nil
        continue
      default: continue
      }
      let bus: String
      switch self["input"][index][attribute: "type"] {
      case "mouse", "keyboard": bus = os != "hvm" ? "xen" : isPC ? "ps2" : "usb"
      case "tablet": bus = "usb"
      case "passthrough": bus = "virtio"
      default: continue
      }
      self["input"][index].insert("bus", bus, after: ["type"])
    }
  }

  private func checkInputs(_ os: String) throws(DefinitionError) {
    for input in self["input"] {
      guard os != "hvm" else {
        if input[attribute: "bus"] == "xen" { throw .failure("unsupported input bus xen") }
        continue
      }
      guard os == "xen" || os == "xenpvh" else {
        throw .failure("Input devices are not supported by this virtualization driver.")
      }
      if let bus = input[attribute: "bus"], bus != "xen" { throw .failure("unsupported input bus \(bus)") }
      let type = input[attribute: "type"] ?? ""
      guard type == "mouse" || type == "keyboard" else { throw .failure("xen bus does not support \(type) input device") }
    }
  }

  /// A display needs a video card; one card is the primary one, and it comes first.
  mutating func completeDisplays(_ os: String, _ architecture: String) throws(DefinitionError) {
    if self["video"].isEmpty, !self["graphics"].isEmpty { self["video"] = [XMLElement("video")] }
    let primaries = self["video"].filter { $0[child: "model"]?[attribute: "primary"] == "yes" }
    guard primaries.count < 2 else { throw .unsupported("Only one primary video device is supported") }
    var videos = self["video"]
    if let index = videos.firstIndex(where: { $0[child: "model"]?[attribute: "primary"] == "yes" }), index > 0 {
      videos.insert(videos.remove(at: index), at: 0)
    }
    let fallback = ["xen", "linux", "xenpvh"].contains(os) ? "xen" : architecture.hasPrefix("ppc64") ? "vga" : "cirrus"
    for index in videos.indices {
      var model = videos[index][child: "model"] ?? XMLElement("model")
      model[attribute: "primary"] = index == 0 ? "yes" : nil
      DomainRules.completeVideo(&model, fallback: fallback)
      if videos[index][child: "model"] == nil {
        videos[index].insert(model, after: ["driver"])
      } else {
        videos[index][child: "model"] = model
      }
    }
    if videos.count > 1, videos.contains(where: { $0[child: "model"]?[attribute: "type"] == "none" }) {
      throw .unsupported("a 'none' video type must be the only video device defined for the domain")
    }
    self["video"] = videos
  }

  /// Interfaces get a MAC address and a device on the host.
  mutating func completeInterfaces() {
    for index in self["interface"].indices {
      var interface = self["interface"][index]
      if interface[child: "mac"]?[attribute: "address"] == nil {
        interface[child: "mac"] = nil
        let mac = XMLElement("mac", attributes: [XMLAttribute("address", MACAddress.random().text)])
        interface.children.insert(.element(mac), at: 0)
      }
      self["interface"][index] = interface
    }
    nameInterfaces()
  }

  /// Names that libvirt gives itself are not kept; the test driver counts up `testnet0`, … in each domain.
  private mutating func nameInterfaces() {
    let generated = ["vnet", "macvtap", "macvlan"]
    for index in self["interface"].indices {
      var interface = self["interface"][index]
      guard let name = interface[child: "target"]?[attribute: "dev"] else { continue }
      let managed = interface[child: "target"]?[attribute: "managed"] != "no"
      if name.isEmpty || managed && generated.contains(where: { name.hasPrefix($0) }) {
        interface[child: "target"]?[attribute: "dev"] = nil
        self["interface"][index] = interface
      }
    }
    for index in self["interface"].indices where self["interface"][index][child: "target"]?[attribute: "dev"] == nil {
      let used = Set(self["interface"].compactMap { $0[child: "target"]?[attribute: "dev"] })
      guard let free = (0..<1024).lazy.map({ "testnet\($0)" }).first(where: { !used.contains($0) }) else { return }
      self["interface"][index].setTarget(free)
    }
  }

  /// SCSI devices of the host without a place get the next free one.
  mutating func completeHostDevices() {
    for index in self["hostdev"].indices {
      let device = self["hostdev"][index]
      guard device[attribute: "type"] == "scsi", device[attribute: "mode"] == "subsystem", device[child: "address"] == nil else { continue }
      let taken = (self["disk"].filter { $0[child: "target"]?[attribute: "bus"] == "scsi" } + self["hostdev"]).compactMap {
        $0[child: "address"]
      }
      let used = Set(
        taken.filter { $0[attribute: "type"] == "drive" }.map { "\($0[attribute: "controller"] ?? "") \($0[attribute: "unit"] ?? "")" })
      guard let free = (0..<1024).first(where: { !used.contains("\($0 / 7) \($0 % 7)") }) else { return }
      self["hostdev"][index].children.append(.element(Self.driveAddress(free / 7, 0, free % 7)))
    }
  }

  /// Smart cards without a place get the next free slot.
  mutating func completeSmartcards() {
    for index in self["smartcard"].indices where self["smartcard"][index][child: "address"] == nil {
      let used = Set(self["smartcard"].compactMap { $0[child: "address"]?[attribute: "slot"] })
      let slot = (0...used.count).first { !used.contains(String($0)) } ?? 0
      self["smartcard"][index].children.append(
        .element(
          XMLElement(
            "address",
            attributes: [
              XMLAttribute("type", "ccid"), XMLAttribute("controller", "0"), XMLAttribute("slot", String(slot)),
            ])))
    }
  }
}

extension XMLElement {
  /// Sets the device on the host, in the place that libvirt's order gives it.
  fileprivate mutating func setTarget(_ name: String) {
    if self[child: "target"] != nil {
      self[child: "target"]?.insert("dev", name, after: [])
      return
    }
    let target = XMLElement("target", attributes: [XMLAttribute("dev", name)])
    let before = [
      "mac", "source", "vlan", "virtualport", "bandwidth", "port", "ip", "route", "portForward", "script", "downscript", "backenddomain",
    ]
    let isHostDevice = self[attribute: "type"] == "hostdev"
    let index = children.lastIndex {
      if case .element(let child) = $0 { before.contains(child.name) || isHostDevice && child.name == "driver" } else { false }
    }
    children.insert(.element(target), at: index.map { $0 + 1 } ?? 0)
  }
}
