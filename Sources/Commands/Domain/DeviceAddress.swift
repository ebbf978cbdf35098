import XMLTree

/// The addresses that `--address` of `attach-disk` takes for a disk on virtio: PCI and CCW.
struct DeviceAddress {
  private let kind: Kind
  private let parts: [UInt32]

  private enum Kind { case pci, ccw, other }

  /// Reads `pci:0000.00.00.0` and `ccw:fe.0.0000`, all hexadecimal.
  init(_ text: String) throws {
    let halves = text.split(separator: ":", maxSplits: 1)
    let numbers = halves.count == 2 ? halves[1].split(separator: ".", omittingEmptySubsequences: false).map(Self.hexadecimal) : []
    parts = numbers.compactMap(\.self)
    let expected = ["pci": 4, "ccw": 3, "scsi": 3, "ide": 3, "sata": 3, "usb": 2]
    guard let first = halves.first, let count = expected[String(first)], parts.count == numbers.count, parts.count == count else {
      throw CommandFailure("Invalid address.")
    }
    kind = first == "pci" ? .pci : first == "ccw" ? .ccw : .other
  }

  func element(isMultifunction: Bool) throws -> XMLElement {
    var element = XMLElement("address")
    switch kind {
    case .pci:
      element.set("type", "pci")
      for (name, (value, digits)) in zip(["domain", "bus", "slot", "function"], zip(parts, [4, 2, 2, 1])) {
        element.set(name, Self.text(value, digits: digits))
      }
      if isMultifunction { element.set("multifunction", "on") }
    case .ccw:
      element.set("type", "ccw")
      for (name, (value, digits)) in zip(["cssid", "ssid", "devno"], zip(parts, [2, 1, 4])) {
        element.set(name, Self.text(value, digits: digits))
      }
    case .other: throw CommandFailure("expecting a pci:0000.00.00.00 or ccw:00.0.0000 address.")
    }
    return element
  }

  private static func hexadecimal(_ text: Substring) -> UInt32? {
    UInt32(text.lowercased().hasPrefix("0x") ? text.dropFirst(2) : text, radix: 16)
  }

  private static func text(_ value: UInt32, digits: Int) -> String {
    let hex = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, digits - hex.count)) + hex
  }
}
