import Drivers
import LibvirtProtocol
import SExpressions

extension XenDevice {
  /// What xend calls such devices: `vbd`, `tap`, `tap2`, `vif`, `vfb`, `vkbd` or `pci`; nil for what belongs to the image of the domain.
  var deviceClass: String? {
    switch kind {
    case .disk(let disk): disk.deviceClass
    case .interface: "vif"
    case .graphics: "vfb"
    case .input(let input): input.bus == "usb" ? nil : "vkbd"
    case .hostDevice: "pci"
    case .port, .sound: nil
    }
  }

  /// The number or name by which xend finds the device, where that can be told from its description: not for interfaces, which are found by
  /// their address among all.
  var deviceID: String? {
    switch kind {
    case .disk(let disk): disk.deviceClass == nil ? nil : disk.deviceNumber.map { String($0) } ?? disk.target
    case .graphics, .input: deviceClass == nil ? nil : "0"
    case .interface, .port, .sound, .hostDevice: nil
    }
  }

  /// What xend is told to create: `(vbd …)`, without a `(device …)` around it.
  ///
  /// - Throws: `LibvirtError` for what this xend cannot have, or has only from the start of a domain.
  func configuration(format: XendFormat) throws -> SExpression {
    switch kind {
    case .disk(let disk): return try disk.configuration(format: format, isHVM: isHVM)
    case .interface(let interface): return interface.configuration(format: format, isHVM: isHVM)
    case .graphics(let graphics):
      guard Self.hasFrameBuffer(format, isHVM: isHVM) else { break }
      return .list(["vfb", ["type", SExpression(graphics.kind.rawValue)]] + (try graphics.settings(format: format)))
    case .input where deviceClass != nil: return ["vkbd"]
    case .hostDevice(let address): return ["pci", address.configuration]
    case .input, .port, .sound: break
    }
    throw LibvirtError.notInXen("\(xml(secure: false).name) belongs to the domain's start and cannot be a device")
  }

  /// Whether displays are devices; otherwise they belong to the image.
  static func hasFrameBuffer(_ format: XendFormat, isHVM: Bool) -> Bool { format >= (isHVM ? .xen31 : .xen304) }
}
