import Drivers
import LibvirtProtocol
import XMLTree

extension XenDisk {
  /// Reads a `<disk>`.
  ///
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init(_ element: XMLElement, isHVM: Bool) throws {
    let type = element[attribute: "type"] ?? "file"
    guard type == "file" || type == "block" else {
      throw LibvirtError.notInXen(
        "unsupported disk type \(type)", "type", in: element, known: ["dir", "network", "volume", "nvme", "vhostuser"])
    }
    let device = element[attribute: "device"] ?? "disk"
    guard let kind = Kind(rawValue: device) else {
      throw LibvirtError.notInXen("unsupported disk device type '\(device)'", "device", in: element, known: ["lun"])
    }
    guard let target = element[child: "target"]?.filled("dev") else {
      throw LibvirtError(.noTarget, .domain, element[child: "source"]?.filled(type == "file" ? "file" : "dev"))
    }
    guard target.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      throw LibvirtError.xmlError("Unknown disk name '\(target)' and no address specified", .domain)
    }
    (self.kind, self.target) = (kind, target)
    source = element[child: "source"]?.filled(type == "file" ? "file" : "dev")
    guard source != nil || kind != .disk else { throw LibvirtError(.noSource, .domain, target) }
    if kind != .floppy { try readDriver(element[child: "driver"], isBlock: type == "block") }
    isReadOnly = element[child: "readonly"] != nil
    isShareable = element[child: "shareable"] != nil
    try check(element, isHVM: isHVM)
    normalize()
  }

  private mutating func readDriver(_ element: XMLElement?, isBlock: Bool) throws {
    let name = element?.filled("name") ?? (isBlock ? "phy" : "file")
    let type = element?.filled("type")
    func isWord(_ text: String) -> Bool { text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    guard isWord(name), name != "qemu" else { throw LibvirtError.notInXen("unsupported disk driver '\(name)'") }
    driver = name
    guard isTap else {
      if let type, type != "raw" { throw LibvirtError.notInXen("disk driver '\(name)' has no format '\(type)': the driver 'tap' has") }
      return
    }
    guard type.map(isWord) ?? true else { throw LibvirtError.notInXen("unsupported disk format '\(type ?? "")'") }
    format = type == "aio" ? "raw" : type
  }

  private func check(_ element: XMLElement, isHVM: Bool) throws {
    if kind == .floppy, !isHVM || (target != "fda" && target != "fdb") {
      throw LibvirtError.notInXen("a floppy is fda or fdb of a fully virtualized domain, not \(target)")
    }
    let usual = bus(isHVM: isHVM)
    if let bus = element[child: "target"]?.filled("bus"), bus != usual {
      throw LibvirtError.notInXen("disk bus '\(bus)' for target \(target): Xen has '\(usual)' for it")
    }
  }

  /// The `<disk>` in libvirt's order.
  func xml(isHVM: Bool) -> XMLElement {
    var element = XMLElement("disk", [("type", isBlock ? "block" : "file"), ("device", kind.rawValue)])
    if let driver { element.append(XMLElement("driver", [("name", driver), ("type", format)])) }
    if let source { element.append(XMLElement("source", [(isBlock ? "dev" : "file", source)])) }
    element.append(XMLElement("target", [("dev", target), ("bus", bus(isHVM: isHVM))]))
    if isReadOnly { element.append(XMLElement("readonly")) }
    if isShareable { element.append(XMLElement("shareable")) }
    return element
  }
}
