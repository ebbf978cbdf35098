import Drivers
import LibvirtProtocol
import XMLTree

extension XenGraphics {
  /// Reads a `<graphics>`.
  ///
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init(_ element: XMLElement) throws {
    let type = element[attribute: "type"] ?? ""
    guard let kind = Kind(rawValue: type) else {
      throw LibvirtError.notInXen(
        "unsupported graphics type '\(type)'", "type", in: element, known: ["rdp", "desktop", "spice", "egl-headless", "dbus"])
    }
    self.kind = kind
    guard kind == .vnc else {
      display = element.filled("display")
      xauthority = element.filled("xauth")
      return
    }
    if let text = element.filled("port"), text != "-1", text != "0", element[attribute: "autoport"] != "yes" {
      guard let number = Int32(text) else { throw LibvirtError.internalError("cannot parse vnc port \(text)", .domain) }
      guard let port = UInt16(exactly: number) else { throw LibvirtError.notInXen("vnc port \(text) is no port") }
      self.port = port
    }
    isAutoport = port == nil
    let child = element[child: "listen"]
    if let child, child[attribute: "type"] != "address" {
      throw LibvirtError.notInXen("vnc can listen on an address only, not '\(child[attribute: "type"] ?? "")'")
    }
    listen = child?.filled("address") ?? element.filled("listen")
    keymap = element.filled("keymap")
    password = element.filled("passwd")
  }

  /// The `<graphics>` in libvirt's order; with its password only when asked for secrets.
  func xml(secure: Bool) -> XMLElement {
    guard kind == .vnc else { return XMLElement("graphics", [("type", "sdl"), ("display", display), ("xauth", xauthority)]) }
    var element = XMLElement(
      "graphics",
      [
        ("type", "vnc"), ("port", port.map { String($0) } ?? "-1"), ("autoport", isAutoport ? "yes" : "no"), ("listen", listen),
        ("keymap", keymap),
        ("passwd", secure ? password : nil),
      ])
    element.append(XMLElement("listen", [("type", "address"), ("address", listen)]))
    return element
  }
}
