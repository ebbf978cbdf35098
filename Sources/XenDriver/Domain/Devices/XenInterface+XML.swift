import Drivers
import LibvirtProtocol
import XMLTree

extension XenInterface {
  /// Reads an `<interface>`.
  ///
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init(_ element: XMLElement) throws {
    let type = element[attribute: "type"] ?? ""
    guard type == "bridge" || type == "ethernet" else {
      throw LibvirtError.notInXen("unsupported network type \(type)", "type", in: element, known: Self.otherTypes)
    }
    isBridged = type == "bridge"
    bridge = isBridged ? element[child: "source"]?.filled("bridge") : nil
    script = element[child: "script"]?.filled("path")
    if isBridged, bridge == nil, script?.contains("bridge") != true {
      throw LibvirtError.xmlError("interface type='bridge' requires a 'source' element", .domain)
    }
    if let text = element[child: "mac"]?.filled("address") {
      guard let address = Self.mac(text) else { throw LibvirtError.xmlError("unable to parse mac address '\(text)'", .domain) }
      mac = address
    }
    addresses = try element.elements("ip").compactMap { try Self.address($0) }
    target = element[child: "target"]?.filled("dev").flatMap { $0.hasPrefix("vif") ? nil : $0 }
    model = element[child: "model"]?.filled("type")
    if let model, !model.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }) {
      throw LibvirtError.invalidArgument("Model name contains invalid characters", .domain)
    }
  }

  /// What libvirt knows for other hypervisors.
  private static let otherTypes: Set<String> = [
    "user", "vhostuser", "server", "client", "mcast", "network", "internal", "direct", "hostdev", "udp", "vdpa", "null", "vds",
  ]

  /// The usual spelling of an address, two digits for each byte in lower case.
  private static func mac(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isHexDigit } }) else {
      return nil
    }
    return parts.map { ($0.count == 1 ? "0" : "") + $0.lowercased() }.joined(separator: ":")
  }

  private static func address(_ element: XMLElement) throws -> String? {
    guard let text = element.filled("address") else { return nil }
    guard text.allSatisfy({ $0.isASCII && ($0.isHexDigit || $0 == "." || $0 == ":") }) else {
      throw LibvirtError.xmlError("Invalid address '\(text)' in <ip>", .domain)
    }
    guard let prefix = element.filled("prefix") else { return text }
    guard UInt8(prefix).map({ $0 <= 128 }) == true else { throw LibvirtError.xmlError("Invalid prefix value '\(prefix)' in <ip>", .domain) }
    return "\(text)/\(prefix)"
  }

  /// The `<interface>` in libvirt's order.
  func xml() -> XMLElement {
    var element = XMLElement("interface", [("type", isBridged ? "bridge" : "ethernet")])
    if let mac { element.append(XMLElement("mac", [("address", mac)])) }
    if let bridge { element.append(XMLElement("source", [("bridge", bridge)])) }
    for address in addresses {
      let parts = address.split(separator: "/", maxSplits: 1).map(String.init)
      guard let host = parts.first else { continue }
      element.append(
        XMLElement(
          "ip", [("address", host), ("family", host.contains(":") ? "ipv6" : "ipv4"), ("prefix", parts.count > 1 ? parts[1] : nil)]))
    }
    if let script { element.append(XMLElement("script", [("path", script)])) }
    if let target { element.append(XMLElement("target", [("dev", target)])) }
    if let model { element.append(XMLElement("model", [("type", model)])) }
    return element
  }
}
