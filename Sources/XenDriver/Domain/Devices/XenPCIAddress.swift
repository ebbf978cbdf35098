import Drivers
import LibvirtProtocol
import SExpressions
import XMLTree

/// A PCI device of the host that the domain is given.
struct XenPCIAddress: Sendable, Hashable {
  var domain: UInt16
  var bus: UInt8
  /// 0 to 31.
  var slot: UInt8
  /// 0 to 7.
  var function: UInt8

  /// Reads a `(dev (domain 0x0000) (bus 0x00) (slot 0x1b) (func 0x0))`; nil where a number is missing or too large.
  init?(document: SExpression) {
    guard let bus: UInt8 = Self.number(document.filled("bus"), 255), let slot: UInt8 = Self.number(document.filled("slot"), 31),
      let function: UInt8 = Self.number(document.filled("func"), 7),
      let domain: UInt16 = Self.number(document.filled("domain") ?? "0", UInt16.max)
    else { return nil }
    (self.domain, self.bus, self.slot, self.function) = (domain, bus, slot, function)
  }

  /// Reads a `<hostdev>`.
  ///
  /// - Throws: `LibvirtError` for anything but a PCI device.
  init(_ element: XMLElement) throws {
    let (mode, type) = (element[attribute: "mode"] ?? "subsystem", element[attribute: "type"] ?? "")
    guard mode == "subsystem", type == "pci" else {
      throw LibvirtError.notInXen("unsupported host device: \(mode) \(type), Xen has PCI only")
    }
    guard element[child: "source"] != nil else { throw LibvirtError.xmlError("Missing <source> element in hostdev device", .domain) }
    guard let address = element.descendant("source", "address") else {
      throw LibvirtError.xmlError("Missing <source> 'address' for hostdev device", .domain)
    }
    func number<Number: FixedWidthInteger>(_ name: String, _ most: Number) throws -> Number {
      guard let text = address.filled(name) else {
        if name == "domain" || name == "function" { return 0 }
        throw LibvirtError.missing(name, in: address)
      }
      guard let number: Number = Self.number(text, most) else {
        if name == "slot", let slot: UInt32 = Self.number(text, .max) {
          throw LibvirtError.xmlError("Invalid PCI address slot='\(Self.hex(slot, 2))', must be <= 0x1F", .domain)
        }
        throw LibvirtError.invalidValue(of: name, in: address)
      }
      return number
    }
    domain = try number("domain", UInt16.max)
    bus = try number("bus", UInt8.max)
    slot = try number("slot", 31)
    function = try number("function", 7)
  }

  private static func number<Number: FixedWidthInteger>(_ text: String?, _ most: Number) -> Number? {
    guard let text else { return nil }
    let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
    return Number(text.dropFirst(isHexadecimal ? 2 : 0), radix: isHexadecimal ? 16 : 10).flatMap { (0...most).contains($0) ? $0 : nil }
  }

  private static func hex(_ number: some BinaryInteger, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// One `(dev …)` of a `(pci …)`.
  var configuration: SExpression {
    [
      "dev", ["domain", SExpression(Self.hex(domain, 4))], ["bus", SExpression(Self.hex(bus, 2))],
      ["slot", SExpression(Self.hex(slot, 2))],
      ["func", SExpression(Self.hex(function, 1))],
    ]
  }

  /// The `<hostdev>`. Xen never takes the device away from its driver itself.
  var xml: XMLElement {
    let address = XMLElement(
      "address",
      [("domain", Self.hex(domain, 4)), ("bus", Self.hex(bus, 2)), ("slot", Self.hex(slot, 2)), ("function", Self.hex(function, 1))])
    return XMLElement("hostdev", [("mode", "subsystem"), ("type", "pci"), ("managed", "no")], [XMLElement("source", [address])])
  }
}
