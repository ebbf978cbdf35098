import XMLTree

/// Where a device is: the addresses that `--address` of `attach-disk` takes, `pci:0000.00.0a.1` and `ccw:fe.0.0000` in hexadecimal,
/// `scsi:0.0.1`, `ide:…`, `sata:…` and `usb:1.2` in decimal.
struct DeviceAddress {
  private enum Kind: String { case pci, ccw, scsi, ide, sata, usb }

  private let kind: Kind
  private let parts: [UInt32]

  /// Reads an address. What stands behind its last number is passed over, as virsh does.
  init(_ text: String) throws {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let kind = Kind(rawValue: String(halves[0])) else { throw CommandFailure("Invalid address.") }
    let (count, radix) =
      switch kind {
      case .pci: (4, 16)
      case .ccw: (3, 16)
      case .scsi, .ide, .sata: (3, 10)
      case .usb: (2, 10)
      }
    let texts = halves[1].split(separator: ".", maxSplits: count, omittingEmptySubsequences: false).prefix(count)
    let numbers = texts.enumerated().map { Self.number($0.element, radix, isLast: $0.offset == count - 1) }
    parts = numbers.compactMap(\.self)
    guard parts.count == count else { throw CommandFailure("Invalid address.") }
    self.kind = kind
  }

  /// Reads the address of a host's PCI device, `0000:00:1f.2` in hexadecimal; nil for anything else. What stands behind it is passed over.
  init?(hostPCI text: String) {
    var texts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard texts.count == 3, let separator = texts[2].firstIndex(where: { $0 == "." || $0 == ":" }) else { return nil }
    texts.append(texts[2][texts[2].index(after: separator)...])
    texts[2] = texts[2][..<separator]
    parts = texts.enumerated().compactMap { Self.number($0.element, 16, isLast: $0.offset == 3) }
    guard parts.count == 4 else { return nil }
    kind = .pci
  }

  /// The element `address`; throws where a disk of this name cannot be at such an address.
  func element(on target: String, isMultifunction: Bool) throws -> XMLElement {
    let allowed: (kinds: [Kind], sentence: String)? =
      switch target.prefix(2) {
      case "vd": ([.pci, .ccw], "expecting a pci:0000.00.00.00 or ccw:00.0.0000 address.")
      case "sd": ([.scsi, .usb, .sata], "expecting a scsi:00.00.00 or usb:00.00 or sata:00.00.00 address.")
      case "hd": ([.ide], "expecting an ide:00.00.00 address.")
      default: nil
      }
    if let allowed, !allowed.kinds.contains(kind) { throw CommandFailure(allowed.sentence) }
    var element = element()
    if kind == .pci, isMultifunction { element.set("multifunction", "on") }
    return element
  }

  /// The element `address`.
  func element() -> XMLElement {
    var element = XMLElement("address")
    switch kind {
    case .pci:
      element.set("type", "pci")
      set(["domain", "bus", "slot", "function"], digits: [4, 2, 2, 1], of: &element)
    case .ccw:
      element.set("type", "ccw")
      set(["cssid", "ssid", "devno"], digits: [2, 1, 4], of: &element)
    case .scsi, .ide, .sata:
      element.set("type", "drive")
      for (name, value) in zip(["controller", "bus", "unit"], parts) { element.set(name, "\(value)") }
    case .usb:
      element.set("type", "usb")
      for (name, value) in zip(["bus", "port"], parts) { element.set(name, "\(value)") }
    }
    return element
  }

  private func set(_ names: [String], digits: [Int], of element: inout XMLElement) {
    for (name, (value, digits)) in zip(names, zip(parts, digits)) {
      let hex = String(value, radix: 16)
      element.set(name, "0x" + String(repeating: "0", count: max(0, digits - hex.utf8.count)) + hex)
    }
  }

  private static func number(_ text: Substring, _ radix: Int, isLast: Bool) -> UInt32? {
    var digits = String(text).withoutLeadingBlanks
    if radix == 16, digits.lowercased().hasPrefix("0x") { digits = digits.dropFirst(2) }
    if isLast { digits = digits.prefix { $0.isASCII && ($0.hexDigitValue ?? 16) < radix } }
    return digits.first?.isHexDigit == true ? UInt32(digits, radix: radix) : nil
  }
}
