import Drivers
import LibvirtProtocol
import SExpressions

extension XenDomain {
  /// The `(linux …)` or `(hvm …)` of a configuration.
  func imageConfiguration(format: XendFormat) throws -> SExpression {
    var elements: [SExpression] = [SExpression(isHVM ? "hvm" : "linux")]
    func add(_ key: String, _ value: String?) {
      if let value { elements.append([SExpression(key), SExpression(value)]) }
    }
    if isHVM {
      guard let loader = boot.loader else {
        throw LibvirtError.internalError("no HVM domain loader", .xend)
          .noting("an HVM guest needs its <loader> in <os>, Xen's is often /usr/lib/xen/boot/hvmloader")
      }
      add("kernel", boot.kernel ?? loader)
      if boot.kernel != nil { add("loader", loader) }
    } else {
      add("kernel", boot.kernel)
    }
    add("ramdisk", boot.initrd)
    add("root", boot.root)
    add("args", boot.commandLine)
    add("device_model", emulator)
    if isHVM {
      add("vcpus", String(maxVcpus))
      let letters = boot.devices.compactMap { device in XenBoot.letters.first { $0.device == device }?.letter }
      add("boot", letters.isEmpty ? nil : String(letters))
      for feature in XenFeature.allCases where features.contains(feature) { add(feature.rawValue, "1") }
      add("hpet", hasHPET.map { $0 ? "1" : "0" })
    }
    if format >= .xen31 {
      switch clock {
      case .utc: break
      case .local: add("localtime", "1")
      case .variable(let seconds, let isLocal):
        add("localtime", isLocal ? "1" : "0")
        add("rtc_timeoffset", String(seconds))
      }
    }
    if isHVM { elements += deviceSettings(format: format) }
    if !XenDevice.hasFrameBuffer(format, isHVM: isHVM) {
      for case .graphics(let graphics) in devices.map(\.kind) {
        add(graphics.kind.rawValue, "1")
        elements += try graphics.settings(format: format)
      }
    }
    return .list(elements)
  }

  /// The devices of a fully virtualized domain that are no devices to xend.
  private func deviceSettings(format: XendFormat) -> [SExpression] {
    var settings: [SExpression] = []
    func add(_ key: String, _ value: String) { settings.append([SExpression(key), SExpression(value)]) }
    var inputs: [String] = []
    var ports: [XenPort] = []
    var cards: [String] = []
    for device in devices {
      switch device.kind {
      case .disk(let disk) where isInImage(disk, format):
        if let source = disk.source { add(disk.kind == .floppy ? disk.target : "cdrom", source) }
      case .input(let input) where input.bus == "usb": inputs.append(input.type)
      case .port(let port): ports.append(port)
      case .sound(let model): cards.append(model)
      default: continue
      }
    }
    if !inputs.isEmpty { add("usb", "1") }
    for input in inputs { add("usbdevice", input) }
    settings += XenPort.Kind.allCases.compactMap { XenPort.configuration($0, ports) }
    if !cards.isEmpty { add("soundhw", cards.joined(separator: ",")) }
    return settings
  }
}
