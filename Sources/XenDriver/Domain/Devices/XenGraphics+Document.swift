import Drivers
import LibvirtProtocol
import SExpressions

extension XenGraphics {
  /// What a `(vfb …)`, or the `(linux …)` or `(hvm …)` of an image, shows.
  ///
  /// - Parameters:
  ///   - id: the domain's number while it runs.
  ///   - format: what an old xend does not tell follows from it.
  static func read(_ document: SExpression, id: Int32?, format: XendFormat) -> [XenGraphics] {
    let type = document.filled("type").flatMap(Kind.init)
    return Kind.allCases.filter { $0 == type || document.isTrue($0.rawValue) }.map {
      XenGraphics($0, document, id: id, format: format)
    }
  }

  private init(_ kind: Kind, _ document: SExpression, id: Int32?, format: XendFormat) {
    self.kind = kind
    switch kind {
    case .sdl:
      display = document.filled("display")
      xauthority = document.filled("xauthority")
    case .vnc where format == .xen302:
      isAutoport = false
      port = id.flatMap { UInt16(exactly: Int64($0) + Int64(Self.basePort)) }
    case .vnc:
      let number = document.integer("vncdisplay", in: 0...UInt16.max - Self.basePort)
      isAutoport = number == nil || document.isTrue("vncunused")
      port = Self.port(document) ?? (isAutoport ? nil : number.map { $0 + Self.basePort })
      listen = document.filled("vnclisten")
      keymap = document.filled("keymap")
      password = document.filled("vncpasswd")
    }
  }

  /// The port in a `(location HOST:PORT)`, of a frame buffer or of a console that speaks its protocol.
  static func port(_ device: SExpression) -> UInt16? {
    device.filled("location").flatMap { $0.split(separator: ":").last }.flatMap { UInt16($0) }
  }

  /// The keys that stand in a `(vfb …)` and in an old image alike, without what says which kind it is.
  func settings(format: XendFormat) throws -> [SExpression] {
    var settings: [SExpression] = []
    func add(_ key: String, _ value: String?) {
      if let value { settings.append([SExpression(key), SExpression(value)]) }
    }
    guard kind == .vnc else {
      add("display", display)
      add("xauthority", xauthority)
      return settings
    }
    guard format > .xen302 else { return [] }
    if isAutoport {
      add("vncunused", "1")
    } else if let port {
      guard port >= Self.basePort else { throw LibvirtError.notInXen("vnc port \(port): Xen counts displays from \(Self.basePort)") }
      add("vncunused", "0")
      add("vncdisplay", String(port - Self.basePort))
    }
    add("vnclisten", listen)
    add("vncpasswd", password)
    add("keymap", keymap)
    return settings
  }
}
