import XMLTree

extension DomainRules {
  /// What libvirt checks about a serial port once all devices are read.
  static func validateSerial(_ port: XMLElement) throws(DefinitionError) {
    try checkCharacterSource(port)
    if port[child: "target"]?[attribute: "type"] == "usb-serial", let type = port[child: "address"]?[attribute: "type"], type != "usb" {
      throw .unsupported("usb-serial requires address of usb type")
    }
  }

  /// What libvirt checks about the other end of a character device once all devices are read.
  static func checkCharacterSource(_ device: XMLElement, needsPath: Bool = true) throws(DefinitionError) {
    let source = device[child: "source"]
    if source?[child: "reconnect"]?[attribute: "enabled"] == "yes", source?[attribute: "mode"] == "bind" {
      throw .failure("chardev reconnect is possible only for connect mode")
    }
    func has(_ name: String) -> Bool { source?[attribute: name] ?? "" != "" }
    switch device[attribute: "type"] {
    case "dev", "file", "pipe":
      guard has("path") else { throw .failure("Missing source path attribute for char device") }
    case "unix" where needsPath:
      guard source?[attribute: "path"] != nil else { throw .failure("Missing source path attribute for char device") }
    case "tcp":
      guard has("host") else { throw .failure("Missing source host attribute for char device") }
      guard has("service") else { throw .failure("Missing source service attribute for char device") }
    case "udp":
      guard let connect = device.elements("source").first(where: { $0[attribute: "mode"] == "connect" }),
        connect[attribute: "service"] != nil
      else { throw .failure("Missing source service attribute for char device") }
    case "nmdm":
      guard (source?[attribute: "master"] == nil) == (source?[attribute: "slave"] == nil) else {
        throw .failure("Should define both master and slave path attributes for nmdm device")
      }
    case "spiceport", "dbus":
      guard let channel = source?[attribute: "channel"] else {
        throw .unsupported("Missing source channel attribute for char device")
      }
      guard channel.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }) else {
        throw .invalid("Invalid character in source channel for char device")
      }
    default: break
    }
  }
}
