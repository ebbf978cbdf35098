import XMLTree

/// The devices of a domain by kind.
struct DeviceList {
  private var kinds: [String: [XMLElement]] = [:]
  static let order: [String] = DomainRules.devices.children.map { $0.name }

  init(_ devices: XMLElement) {
    for element in devices.elements { kinds[element.name, default: []].append(element) }
  }

  /// The devices of one kind, in order.
  subscript(kind: String) -> [XMLElement] {
    get { kinds[kind] ?? [] }
    set { kinds[kind] = newValue }
  }

  /// All of them, in libvirt's order.
  var element: XMLElement {
    let all = Self.order.flatMap { kind in
      // A panic device that says nothing about itself is only counted.
      self[kind].filter { kind != "panic" || !$0.attributes.isEmpty || !$0.children.isEmpty }
    }
    return XMLElement("devices", children: all.map { XMLNode.element($0) })
  }

  /// No more than there is room for.
  func checkCounts() throws(DefinitionError) {
    guard self["tpm"].count <= 2 else {
      throw .xml("a maximum of two TPM devices is supported, one of them being a TPM Proxy device")
    }
  }

  /// Panic devices of one model.
  func checkPanics() throws(DefinitionError) {
    var panics: Set<String> = []
    for panic in self["panic"] {
      let model = panic[attribute: "model"] ?? "default"
      guard panics.insert(model).inserted else { throw .xml("Multiple panic devices with model '\(model)'") }
    }
  }

  /// Audio backends of one number.
  func checkAudios() throws(DefinitionError) {
    var audios: Set<String> = []
    for audio in self["audio"] {
      let id = audio[attribute: "id"] ?? ""
      guard audios.insert(id).inserted else { throw .xml("audio ID \(id) is used multiple times") }
    }
  }

  /// What must not occur twice.
  func checkDuplicates() throws(DefinitionError) {
    try checkTargets()
    try checkHostDevices()
  }

  /// Two file systems that the guest would see under one tag.
  func checkTags() throws(DefinitionError) {
    var tags: Set<String> = []
    for filesystem in self["filesystem"] where filesystem[child: "driver"]?[attribute: "type"] == "virtiofs" {
      let tag = filesystem[child: "target"]?[attribute: "dir"] ?? ""
      guard tags.insert(tag).inserted else { throw .unsupported("filesystem target '\(tag)' specified twice") }
    }
  }

  /// A device of the host that the guest would have twice, perhaps once as a network interface.
  private func checkHostDevices() throws(DefinitionError) {
    var seen: Set<String> = []
    let repeated = DefinitionError.xml("Hostdev already exists in the domain configuration")
    for interface in self["interface"] where interface[attribute: "type"] == "hostdev" {
      guard var address = interface[child: "source"]?[child: "address"], let type = address[attribute: "type"] else { continue }
      address[attribute: "type"] = nil
      guard seen.insert("subsystem \(type) " + XMLWriter.string(address)).inserted else { throw repeated }
    }
    for device in self["hostdev"] {
      let source = device[child: "source"]?.elements.map { XMLWriter.string($0) }.joined() ?? ""
      let key = "\(device[attribute: "mode"] ?? "") \(device[attribute: "type"] ?? "") " + source
      guard seen.insert(key).inserted else { throw repeated }
    }
  }

  /// Names of users have to be unique.
  func checkAliases() throws(DefinitionError) {
    var names: Set<String> = []
    let mirrored = self["console"].first?[child: "target"]?[attribute: "type"] == "serial"
    for (kind, devices) in kinds {
      for device in kind == "console" && mirrored ? Array(devices.dropFirst()) : devices {
        guard let name = device[child: "alias"]?[attribute: "name"] else { continue }
        guard names.insert(name).inserted else { throw .unsupported("non unique alias detected: \(name)") }
      }
    }
  }

  /// Whether devices need a bus that there is not.
  func checkUSB() throws(DefinitionError) {
    let controllers = self["controller"].filter { $0[attribute: "type"] == "usb" }
    let hasNone = controllers.contains { $0[attribute: "model"] == "none" }
    let hasSome = controllers.contains { $0[attribute: "model"] != "none" }
    if hasNone, controllers.count > 1 { throw .detail("Can't add another USB controller: USB is disabled for this domain") }
    if hasSome, !controllers.contains(where: { $0[child: "master"] == nil }) { throw .detail("No master USB controller specified") }
    if hasNone, self["input"].contains(where: { $0[attribute: "bus"] == "usb" }) {
      throw .unsupported("Can't add USB input device. USB bus is disabled")
    }
    if hasNone, !self["hub"].isEmpty { throw .unsupported("Can't add USB hub: USB is disabled for this domain") }
    if !hasSome, !self["redirdev"].isEmpty {
      throw .unsupported("cannot add redirected USB device: USB is disabled for this domain")
    }
  }
}
