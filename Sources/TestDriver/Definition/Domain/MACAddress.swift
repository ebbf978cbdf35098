/// A MAC address: six hexadecimal numbers of one or two digits with colons.
struct MACAddress: Sendable, Hashable {
  let bytes: [UInt8]

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6 else { return nil }
    var bytes: [UInt8] = []
    for part in parts {
      guard (1...2).contains(part.count), part.allSatisfy(\.isHexDigit), let byte = UInt8(part, radix: 16) else { return nil }
      bytes.append(byte)
    }
    self.bytes = bytes
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A new address in the range that libvirt uses for hypervisors without one of their own.
  static func random() -> Self { Self(bytes: [0x52, 0x54, 0x00] + (0..<3).map { _ in UInt8.random(in: 0...255) }) }

  var isMulticast: Bool { bytes[0] & 1 == 1 }

  var text: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":") }
}
