import Drivers
import LibvirtProtocol
import XMLTree

extension XenPort {
  /// Reads a `<serial>`, `<parallel>` or, where that is the serial port, `<console>`.
  ///
  /// - Parameter next: the number of a port that names none.
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init(_ kind: Kind, _ element: XMLElement, next: Int) throws {
    self.kind = kind
    number = next
    if let target = element[child: "target"], let text = target.filled("port") {
      guard let number = Int(text), number >= 0 else { throw LibvirtError.invalidValue(of: "port", in: target) }
      self.number = number
    }
    guard number < Self.limit else { throw LibvirtError.notInXen("\(kind.rawValue) port \(number): Xen has \(Self.limit)") }
    source = try Source(element)
  }

  /// The `<serial>` or `<parallel>` in libvirt's order.
  var xml: XMLElement {
    var element = source.xml(kind.rawValue)
    element.append(XMLElement("target", [("port", String(number))]))
    return element
  }
}

extension XenPort.Source {
  fileprivate init(_ element: XMLElement) throws {
    let source = element[child: "source"]
    func path() throws -> String {
      guard let path = source?.filled("path") else {
        throw LibvirtError.internalError("Missing source path attribute for char device", .domain)
      }
      return path
    }
    switch element[attribute: "type"] ?? "pty" {
    case "null": self = .null
    case "vc": self = .vc
    case "pty": self = .pty
    case "stdio": self = .stdio
    case "dev":
      let path = try path()
      guard path.hasPrefix("/") else { throw LibvirtError.notInXen("character device '\(path)' has no absolute path") }
      self = .device(path)
    case "file": self = .file(try path())
    case "pipe": self = .pipe(try path())
    case "tcp": self = .tcp(try .init(element))
    case "udp": self = .udp(try .init(element))
    case "unix":
      let path = try path()
      guard !path.contains(",") else { throw LibvirtError.notInXen("character device path '\(path)' has a comma") }
      self = .unix(path: path, isListening: source?[attribute: "mode"] == "bind")
    case let type:
      let isKnown = ["spicevmc", "spiceport", "nmdm", "qemu-vdagent", "dbus"].contains(type)
      throw LibvirtError.notInXen(
        isKnown ? "unsupported chr device type '\(type)'" : "unknown type presented to host for character device: \(type)")
    }
  }

  /// An element of this name with the source.
  fileprivate func xml(_ name: String) -> XMLElement {
    func make(_ type: String, _ sources: [[(String, String?)]] = []) -> XMLElement {
      XMLElement(name, [("type", type)], sources.map { XMLElement("source", $0) })
    }
    switch self {
    case .null: return make("null")
    case .vc: return make("vc")
    case .pty: return make("pty")
    case .stdio: return make("stdio")
    case .device(let path): return make("dev", [[("path", path)]])
    case .file(let path): return make("file", [[("path", path)]])
    case .pipe(let path): return make("pipe", [[("path", path)]])
    case .unix(let path, let isListening): return make("unix", [[("mode", isListening ? "bind" : "connect"), ("path", path)]])
    case .tcp(let tcp):
      var element = make("tcp", [[("mode", tcp.isListening ? "bind" : "connect"), ("host", tcp.host), ("service", tcp.service)]])
      element.append(XMLElement("protocol", [("type", tcp.isTelnet ? "telnet" : "raw")]))
      return element
    case .udp(let udp):
      let isBound = !udp.bindHost.isEmpty || !udp.bindService.isEmpty
      let bind = [("mode", "bind"), ("host", udp.bindHost), ("service", udp.bindService)]
      return make("udp", (isBound ? [bind] : []) + [[("mode", "connect"), ("host", udp.host), ("service", udp.service)]])
    }
  }

  /// A part of an address, which must not look like a separator to xend.
  fileprivate static func part(_ name: String, _ source: XMLElement?) throws -> String {
    let text = source?[attribute: name] ?? ""
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-_:[]*".contains($0)) }), name == "host" || !text.contains(":")
    else {
      throw LibvirtError.notInXen("source \(name) '\(text)' of a character device")
    }
    return text
  }
}

extension XenPort.TCP {
  fileprivate init(_ element: XMLElement) throws {
    let source = element[child: "source"]
    host = try XenPort.Source.part("host", source)
    service = try XenPort.Source.part("service", source)
    guard !service.isEmpty else { throw LibvirtError.internalError("Missing source service attribute for char device", .domain) }
    isListening = source?[attribute: "mode"] == "bind"
    let type = element[child: "protocol"]?[attribute: "type"] ?? "raw"
    guard type == "raw" || type == "telnet" else {
      let isKnown = type == "telnets" || type == "tls"
      throw LibvirtError.notInXen(isKnown ? "unsupported protocol '\(type)' of a character device" : "Unknown protocol '\(type)'")
    }
    isTelnet = type == "telnet"
  }
}

extension XenPort.UDP {
  fileprivate init(_ element: XMLElement) throws {
    let sources = element.elements("source")
    let connect = sources.first { $0[attribute: "mode"] != "bind" }
    host = try XenPort.Source.part("host", connect)
    service = try XenPort.Source.part("service", connect)
    guard !service.isEmpty else { throw LibvirtError.internalError("Missing source service attribute for char device", .domain) }
    let bind = sources.first { $0[attribute: "mode"] == "bind" }
    bindHost = try XenPort.Source.part("host", bind)
    bindService = try XenPort.Source.part("service", bind)
  }
}
