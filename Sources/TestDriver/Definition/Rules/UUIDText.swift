/// A UUID as libvirt reads it: 32 hexadecimal digits, with `-` and blanks allowed between bytes, and blanks around.
struct UUIDText: Sendable, Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  init?(_ text: String) {
    var nibbles: [UInt8] = []
    for character in text.utf8.drop(while: { $0 == 32 || (9...13).contains($0) }) {
      switch character {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): nibbles.append(character - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): nibbles.append(character - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): nibbles.append(character - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "-") where nibbles.count % 2 == 0 && nibbles.count < 32: continue
      case 9...32 where nibbles.count == 32: continue
      default: return nil
      }
      guard nibbles.count <= 32 else { return nil }
    }
    guard nibbles.count == 32 else { return nil }
    bytes = stride(from: 0, to: 32, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
  }

  /// A new random UUID of version 4.
  static func random() -> Self {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return Self(bytes: bytes)
  }

  /// The canonical form in lower case.
  var text: String {
    var output = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { output += "-" }
      output += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return output
  }
}
