import SExpressions

extension XenDomain {
  /// The devices of a `(domain …)`, those of its image included.
  static func devices(_ document: SExpression, format: XendFormat, id: Int32?, isHVM: Bool) -> [XenDevice] {
    var kinds: [XenDevice.Kind] = []
    var interfaceCount = 0
    var hasFrameBuffer = false
    for device in document.all("device").compactMap(\.value) {
      switch device.head {
      case "vbd", "tap", "tap2":
        if let disk = XenDisk(document: device, format: format) { kinds.append(.disk(disk)) }
      case "vif":
        kinds.append(.interface(XenInterface(document: device, usualName: id.map { "vif\($0).\(interfaceCount)" })))
        interfaceCount += 1
      case "vfb":
        hasFrameBuffer = true
        kinds += XenGraphics.read(device, id: id, format: format).map { .graphics($0) }
      case "vkbd": kinds.append(.input(.implicit(isHVM: isHVM)))
      case "pci": kinds += device.all("dev").compactMap { XenPCIAddress(document: $0) }.map { .hostDevice($0) }
      default: continue
      }
    }
    if let image = document["image"]?.value {
      if !hasFrameBuffer { kinds += XenGraphics.read(image, id: id, format: format).map { .graphics($0) } }
      if isHVM { kinds += imageDevices(image, format: format) }
    }
    let consoles = document.all("device").compactMap(\.value).filter { $0.head == "console" && $0.filled("protocol") == "rfb" }
    if let port = consoles.lazy.compactMap({ XenGraphics.port($0) }).first { locate(port, in: &kinds) }
    return arranged(kinds.map { XenDevice($0, isHVM: isHVM) }, isHVM: isHVM)
  }

  /// A display whose port is not told elsewhere is at the one that the console tells.
  private static func locate(_ port: UInt16, in kinds: inout [XenDevice.Kind]) {
    for index in kinds.indices {
      guard case .graphics(var graphics) = kinds[index], graphics.kind == .vnc, graphics.port == nil else { continue }
      graphics.port = port
      kinds[index] = .graphics(graphics)
      return
    }
  }

  /// What only a fully virtualized domain has, in its `(hvm …)`.
  private static func imageDevices(_ image: SExpression, format: XendFormat) -> [XenDevice.Kind] {
    var kinds: [XenDevice.Kind] = []
    if format == .xen302, let path = image.filled("cdrom") { kinds.append(.disk(XenDisk(.cdrom, target: "hdc", path: path))) }
    for name in ["fda", "fdb"] {
      if let path = image.filled(name) { kinds.append(.disk(XenDisk(.floppy, target: name, path: path))) }
    }
    kinds += image.all("usbdevice").flatMap(\.tail).flatMap { $0.elements ?? [$0] }.compactMap { XenInput(usbDevice: $0.text) }
      .map { .input($0) }
    for kind in XenPort.Kind.allCases { kinds += XenPort.read(kind, image).map { .port($0) } }
    let cards = image.filled("soundhw") ?? ""
    // qemu's own list was longer than libvirt's at the time: these are the two that all have.
    let models = cards == "all" ? ["sb16", "es1370"] : cards.split(separator: ",").prefix(16).map(String.init)
    return kinds + models.map { .sound($0) }
  }
}
