import Drivers
import LibvirtProtocol
import XMLTree

extension XenDomain {
  /// What `dumpxml` prints, passwords only when asked for secrets.
  func xml(secure: Bool) -> String {
    var root = XMLElement("domain", [("type", "xen"), ("id", id.map { String($0) })])
    root.append(XMLElement("name", text: name))
    root.append(XMLElement("uuid", text: uuid.description))
    root.append(Self.size("memory", maxMemory))
    if memory != maxMemory { root.append(Self.size("currentMemory", memory)) }
    for element in vcpuElements { root.append(element) }
    if let bootloader = boot.bootloader {
      root.append(XMLElement("bootloader", text: bootloader))
      if let arguments = boot.bootloaderArguments { root.append(XMLElement("bootloader_args", text: arguments)) }
    }
    if !isHost { root.append(operatingSystem) }
    let features = XenFeature.allCases.filter { self.features.contains($0) }
    if !features.isEmpty {
      root.append(XMLElement("features", features.map { XMLElement($0.rawValue, [("state", $0 == .hap ? "on" : nil)]) }))
    }
    root.append(clockElement)
    root.append(XMLElement("on_poweroff", text: onPoweroff))
    root.append(XMLElement("on_reboot", text: onReboot))
    root.append(XMLElement("on_crash", text: onCrash))
    root.append(deviceList(secure: secure))
    return XMLWriter.string(root, open: { $0.name == "devices" })
  }

  /// Whether it is the host itself, which was not started by Xen: by its identity, also where its number is not wanted.
  private var isHost: Bool { id == 0 || name == "Domain-0" && uuid == UUID() }

  private static func size(_ name: String, _ kibibytes: UInt64) -> XMLElement {
    XMLElement(name, attributes: [XMLAttribute("unit", "KiB")], children: [.text(String(kibibytes))])
  }

  private var vcpuElements: [XMLElement] {
    let all = affinity.count == 1 ? affinity[0] : nil
    let element = XMLElement(
      "vcpu",
      attributes: [
        XMLAttribute("placement", "static"), all.map { XMLAttribute("cpuset", $0.description) },
        vcpus < maxVcpus ? XMLAttribute("current", String(vcpus)) : nil,
      ].compactMap { $0 }, children: [.text(String(maxVcpus))])
    guard all == nil else { return [element] }
    let pins = affinity.enumerated().compactMap { number, set in
      set.map { XMLElement("vcpupin", [("vcpu", String(number)), ("cpuset", $0.description)]) }
    }
    return [element] + (pins.isEmpty ? [] : [XMLElement("cputune", pins)])
  }

  private var operatingSystem: XMLElement {
    var os = XMLElement("os", [XMLElement("type", text: osType)])
    func add(_ name: String, _ text: String?) {
      if let text { os.append(XMLElement(name, text: text)) }
    }
    if let loader = boot.loader {
      os.append(XMLElement("loader", attributes: [XMLAttribute("type", "rom")], children: [.text(loader)]))
    }
    add("kernel", boot.kernel)
    add("initrd", boot.initrd)
    add("cmdline", boot.commandLine)
    add("root", boot.root)
    for device in boot.devices { os.append(XMLElement("boot", [("dev", device)])) }
    return os
  }

  private var clockElement: XMLElement {
    let timers = hasHPET.map { [XMLElement("timer", [("name", "hpet"), ("present", $0 ? "yes" : "no")])] } ?? []
    return switch clock {
    case .utc: XMLElement("clock", [("offset", "utc")], timers)
    case .local: XMLElement("clock", [("offset", "localtime")], timers)
    case .variable(let seconds, let isLocal):
      XMLElement(
        "clock", [("offset", "variable"), ("adjustment", String(seconds)), ("basis", isLocal ? "localtime" : "utc")], timers)
    }
  }

  /// The devices in libvirt's order, with the console that every guest has.
  private func deviceList(secure: Bool) -> XMLElement {
    var list = XMLElement("devices")
    if let emulator { list.append(XMLElement("emulator", text: emulator)) }
    var rest = devices[...]
    while let device = rest.first, device.order[0] < 4 {
      list.append(device.xml(secure: secure))
      rest.removeFirst()
    }
    list.append(console)
    for device in rest { list.append(device.xml(secure: secure)) }
    return list
  }

  /// Xen's own console; a fully virtualized guest's is its first serial port.
  private var console: XMLElement? {
    guard isHVM else {
      return isHost ? nil : XMLElement("console", [("type", "pty")], [XMLElement("target", [("type", "xen"), ("port", "0")])])
    }
    for case .port(let port) in devices.map(\.kind) where port.kind == .serial {
      var element = port.xml
      element.name = "console"
      element[child: "target"] = XMLElement("target", [("type", "serial"), ("port", String(port.number))])
      return element
    }
    return nil
  }
}
