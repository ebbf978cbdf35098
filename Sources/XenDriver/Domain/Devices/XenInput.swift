import Drivers
import LibvirtProtocol
import XMLTree

/// A pointer or keyboard.
struct XenInput: Sendable, Hashable {
  /// `mouse`, `tablet` or `keyboard`.
  var type: String
  /// `usb`, or where the guest has a display `ps2` (fully virtualized) or `xen`.
  var bus: String

  init(type: String, bus: String) {
    self.type = type
    self.bus = bus
  }

  /// The mouse that every display brings.
  static func implicit(isHVM: Bool) -> Self { Self(type: "mouse", bus: isHVM ? "ps2" : "xen") }

  /// What a `(usbdevice …)` is, as far as libvirt knows it.
  init?(usbDevice: String?) {
    guard let usbDevice, ["tablet", "mouse", "keyboard"].contains(usbDevice) else { return nil }
    self.init(type: usbDevice, bus: "usb")
  }

  /// Reads an `<input>`; nil for the keyboard that every display brings.
  ///
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init?(_ element: XMLElement, isHVM: Bool) throws {
    let type = element[attribute: "type"] ?? ""
    guard ["tablet", "mouse", "keyboard"].contains(type) else {
      let isKnown = type == "passthrough" || type == "evdev"
      throw LibvirtError.notInXen(isKnown ? "unsupported input type '\(type)'" : "unknown input device type '\(type)'")
    }
    let usual = Self.implicit(isHVM: isHVM).bus
    let bus = element.filled("bus") ?? (type == "tablet" ? "usb" : usual)
    guard bus == usual || (bus == "usb" && isHVM), bus == "usb" || type != "tablet" else {
      let isKnown = ["ps2", "usb", "xen", "parallels", "virtio", "none"].contains(bus)
      throw LibvirtError.notInXen(isKnown ? "unsupported input bus \(bus) for \(type)" : "unknown input bus type '\(bus)'")
    }
    if type == "keyboard", bus != "usb" { return nil }
    self.init(type: type, bus: bus)
  }

  /// The `<input>`.
  var xml: XMLElement { XMLElement("input", [("type", type), ("bus", bus)]) }
}
