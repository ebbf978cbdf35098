import XMLTree

/// The devices of a domain by kind.
struct DeviceList {
  private var kinds: [String: [XMLElement]] = [:]
  private static let order: [String] = DomainRules.devices.children.map { $0.name }

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
    XMLElement("devices", children: Self.order.flatMap { self[$0] }.map { XMLNode.element($0) })
  }

  /// What must not occur twice.
  func check() throws(DefinitionError) {
    var panics: Set<String> = []
    for panic in self["panic"] {
      let model = panic[attribute: "model"] ?? "default"
      guard panics.insert(model).inserted else { throw .xml("Multiple panic devices with model '\(model)'") }
    }
    var audios: Set<String> = []
    for audio in self["audio"] {
      let id = audio[attribute: "id"] ?? ""
      guard audios.insert(id).inserted else { throw .xml("audio ID \(id) is used multiple times") }
    }
    for device in self["sound"] + self["graphics"] where device[attribute: "type"] != "dbus" {
      guard let id = device[child: "audio"]?[attribute: "id"], !audios.contains(id) else { continue }
      throw .xml("no audio device with ID \(id)")
    }
    let hasUSB = self["controller"].contains { $0[attribute: "type"] == "usb" && $0[attribute: "model"] != "none" }
    if !self["hub"].isEmpty, !hasUSB { throw .unsupported("Can't add USB hub: USB is disabled for this domain") }
    if !self["redirdev"].isEmpty, !hasUSB {
      throw .unsupported("cannot add redirected USB device: USB is disabled for this domain")
    }
  }
}
