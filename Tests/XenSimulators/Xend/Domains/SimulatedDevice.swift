/// A device of a domain.
struct SimulatedDevice: Sendable {
  /// `vbd`, `tap`, `tap2`, `vif`, `vfb`, `vkbd`, `pci` and so on.
  var kind: String
  /// Block devices have the number of their name, others count from 0.
  var id: Int
  /// What was sent, with the kind at its head.
  var configuration: PythonValue

  static let kinds: Set<String> = ["vbd", "tap", "tap2", "vif", "vfb", "vkbd", "pci", "vtpm", "vscsi", "vusb", "irq", "ioports"]

  /// Whether its name is one of a disk.
  static func isDisk(_ kind: String) -> Bool { ["vbd", "tap", "tap2"].contains(kind) }

  /// What a domain's document shows: some keys are xend's own.
  func document(of domain: SimulatedDomain, release: XenRelease) -> PythonValue {
    guard kind == "vfb", release >= .v3_3, let id = domain.id, configuration.text("type") == "vnc" else { return configuration }
    let port = 5900 + (configuration.number("vncunused") == 1 ? id : configuration.number("vncdisplay") ?? id)
    let location = (configuration.text("vnclisten") ?? "127.0.0.1") + ":\(port)"
    return .list(configuration.elements.filter { $0.head != "location" } + [.pair("location", location)])
  }

  /// What `op=devices` tells: its number and its keys.
  var listed: PythonValue { .list([.integer(id), .list(Array(configuration.elements.dropFirst()))]) }
}

extension SimulatedDomain {
  /// Takes a device, as `(vbd …)`, and gives it its number and the keys that xend adds.
  @discardableResult
  mutating func add(_ sent: PythonValue, release: XenRelease) throws(XendError) -> SimulatedDevice {
    guard var kind = sent.head, SimulatedDevice.kinds.contains(kind) else {
      throw XendError("unknown device type: \(sent.head ?? "")")
    }
    var keys = Array(sent.elements.dropFirst())
    // xend gives disks of tap: images to the driver of that name.
    if kind == "vbd", let image = sent.text("uname") {
      if image.hasPrefix("tap:") { kind = "tap" } else if image.hasPrefix("tap2:") { kind = "tap2" }
    }
    let id: Int
    if SimulatedDevice.isDisk(kind) {
      guard let name = sent.text("dev"), let number = BlockDeviceNumber(name)?.value else {
        throw XendError("vbd: unknown block device name \(sent.text("dev") ?? "")")
      }
      id = number
      if devices.contains(where: { SimulatedDevice.isDisk($0.kind) && $0.id == id }) {
        throw XendError("Device \(id) (\(kind)) is already connected.")
      }
      if release.format >= 2, !name.hasSuffix(":disk"), !name.hasSuffix(":cdrom") {
        keys = keys.map { $0.head == "dev" ? .pair("dev", "\(name):disk") : $0 }
      }
    } else if kind == "pci", let index = devices.firstIndex(where: { $0.kind == "pci" }) {
      // All functions are on one bus.
      devices[index].configuration = .list(devices[index].configuration.elements + keys)
      return devices[index]
    } else {
      id = (devices.filter { $0.kind == kind }.map(\.id).max() ?? -1) + 1
    }
    let standard =
      kind == "vif" ? [("backend", "0"), ("mac", Self.mac(uuid, id)), ("script", "/etc/xen/scripts/vif-bridge")] : [("backend", "0")]
    for (key, value) in standard where sent.child(key) == nil && (kind == "vif" || SimulatedDevice.isDisk(kind)) {
      keys.append(.pair(key, value))
    }
    let device = SimulatedDevice(kind: kind, id: id, configuration: .list([.text(kind)] + keys))
    devices.append(device)
    return device
  }

  /// The place of a device that is named by its number, or a disk by its name.
  func device(_ kind: String, _ name: String) -> Int? {
    let number = Int(name) ?? (SimulatedDevice.isDisk(kind) ? BlockDeviceNumber(name)?.value : nil)
    return devices.firstIndex { $0.kind == kind && $0.id == number }
  }

  /// A made-up address of Xen's range, the same for the same card.
  private static func mac(_ uuid: String, _ index: Int) -> String {
    var generator = SeededGenerator(UInt64(index), for: uuid)
    let bytes = (0..<3).map { _ in UInt8.random(in: 0...127, using: &generator) }
    return "00:16:3e" + bytes.map { ($0 < 16 ? ":0" : ":") + String($0, radix: 16) }.joined()
  }
}
