import Glibc

extension PythonValue {
  /// The value as xend writes it into an answer.
  var written: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): bytes += Self.isPlain(text) ? text : Self.quoted(text)
    case .integer(let number): bytes += Array(String(number).utf8)
    case .long(let number): bytes += Array("'\(number)'".utf8)
    case .float(let number): bytes += Array(Self.digits(number).utf8)
    case .boolean(let isTrue): bytes += Array((isTrue ? "True" : "False").utf8)
    case .none: bytes += Array("'None'".utf8)
    case .list(let elements):
      bytes.append(UInt8(ascii: "("))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: ")"))
    }
  }

  /// Whether a string stands for itself: the empty one prints as nothing.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    text == [UInt8(ascii: "@")] || text.allSatisfy { isAlphanumeric($0) || ".-_:/~".utf8.contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// The string as Python 2 shows it: in single quotes, or in double ones where it has a single quote and no double one.
  static func quoted(_ text: [UInt8]) -> [UInt8] {
    let (single, double, backslash) = (UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"))
    let quote = text.contains(single) && !text.contains(double) ? double : single
    var bytes = [quote]
    for byte in text {
      switch byte {
      case quote, backslash: bytes += [backslash, byte]
      case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
      case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
      case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
      case 0x20...0x7e: bytes.append(byte)
      default: bytes += Array((byte < 16 ? "\\x0" : "\\x").utf8) + Array(String(byte, radix: 16).utf8)
      }
    }
    return bytes + [quote]
  }

  /// A float with twelve significant digits, and with a point where it would look like an integer.
  private static func digits(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.12g", $0) }
    let text = String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.allSatisfy { $0.isNumber || $0 == "-" } ? text + ".0" : text
  }
}
