import Drivers
import LibvirtProtocol
import SExpressions
import XMLTree

/// One device of a domain.
struct XenDevice: Sendable, Hashable {
  /// What the device is.
  enum Kind: Sendable, Hashable {
    case disk(XenDisk)
    case interface(XenInterface)
    case port(XenPort)
    case input(XenInput)
    case graphics(XenGraphics)
    /// A sound card by its model.
    case sound(String)
    case hostDevice(XenPCIAddress)
  }

  /// What the device is.
  var kind: Kind
  /// Whether its domain is fully virtualized: some devices are told to xend in another way then.
  var isHVM: Bool

  /// Reads the XML of one device, such as `<disk>`, for a domain.
  ///
  /// - Throws: `LibvirtError` for what is not in the format or not in Xen.
  init(xml: String, of domain: XenDomain) throws {
    let root: XMLElement
    do {
      root = try XMLDocument(xml, source: "(device_definition)").root
    } catch {
      throw LibvirtError(.xmlDetail, .xml, error.text)
    }
    guard let device = try Self(root, isHVM: domain.isHVM, next: 0) else {
      throw LibvirtError.notInXen("device '\(root.name)' is nothing that Xen has")
    }
    self = device
  }

  init(_ kind: Kind, isHVM: Bool) {
    self.kind = kind
    self.isHVM = isHVM
  }

  /// Reads a device; nil for what every domain of Xen has anyway.
  ///
  /// - Parameter next: the number of a port that names none.
  init?(_ element: XMLElement, isHVM: Bool, next: Int) throws {
    self.isHVM = isHVM
    switch element.name {
    case "disk": kind = .disk(try XenDisk(element, isHVM: isHVM))
    case "interface": kind = .interface(try XenInterface(element))
    case "graphics": kind = .graphics(try XenGraphics(element))
    case "hostdev": kind = .hostDevice(try XenPCIAddress(element))
    case "serial", "parallel":
      guard isHVM else { throw LibvirtError.notInXen("\(element.name) ports need a fully virtualized domain") }
      kind = .port(try XenPort(element.name == "serial" ? .serial : .parallel, element, next: next))
    case "sound":
      guard isHVM else { throw LibvirtError.notInXen("sound needs a fully virtualized domain") }
      kind = .sound(try Self.soundModel(element))
    case "input":
      guard let input = try XenInput(element, isHVM: isHVM) else { return nil }
      kind = .input(input)
    default: return nil
    }
  }

  private static func soundModel(_ element: XMLElement) throws -> String {
    guard let model = element.filled("model") else { throw LibvirtError.missing("model", in: element) }
    guard model.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), model != "all" else {
      throw LibvirtError.notInXen("unsupported sound model '\(model)'")
    }
    return model
  }

  /// The place of the device in libvirt's order: by kinds, disks by bus and name, ports by number. Others of one kind stay as they are.
  var order: [Int] {
    switch kind {
    case .disk(let disk): [0] + disk.order(isHVM: isHVM)
    case .interface: [1]
    case .port(let port): [port.kind == .serial ? 2 : 3, port.number]
    case .input(let input): [4, input.bus == "usb" ? 0 : 1]
    case .graphics(let graphics): [5, graphics.kind == .vnc ? 0 : 1]
    case .sound: [6]
    case .hostDevice: [7]
    }
  }

  /// The element in libvirt's style.
  func xml(secure: Bool) -> XMLElement {
    switch kind {
    case .disk(let disk): disk.xml(isHVM: isHVM)
    case .interface(let interface): interface.xml()
    case .port(let port): port.xml
    case .input(let input): input.xml
    case .graphics(let graphics): graphics.xml(secure: secure)
    case .sound(let model): XMLElement("sound", [("model", model)])
    case .hostDevice(let address): address.xml
    }
  }
}
