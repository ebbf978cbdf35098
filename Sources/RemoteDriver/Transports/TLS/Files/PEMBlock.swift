/// A block of a PEM file (RFC 7468): a label, and bytes in Base64 between lines that begin and end it. What is around blocks is passed over.
struct PEMBlock: Hashable {
  let label: String
  let bytes: [UInt8]

  /// A block that begins but does not end, or is not Base64 inside.
  struct Malformed: Error {}

  /// All blocks of a file.
  static func all(in text: [UInt8]) throws(Malformed) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var label: String?
    var content: [UInt8] = []
    for line in text.split(omittingEmptySubsequences: true, whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      if let open = label {
        if let end = name(line, "-----END ") {
          guard end == open else { throw Malformed() }
          guard let bytes = decode(content) else { throw Malformed() }
          blocks.append(PEMBlock(label: open, bytes: bytes))
          label = nil
          content = []
        } else {
          content += line
        }
      } else {
        label = name(line, "-----BEGIN ")
      }
    }
    guard label == nil else { throw Malformed() }
    return blocks
  }

  /// The label in a line that begins with `start`.
  private static func name(_ line: ArraySlice<UInt8>, _ start: String) -> String? {
    guard line.starts(with: start.utf8) else { return nil }
    let rest = line.dropFirst(start.utf8.count)
    guard let end = rest.indices.first(where: { rest[$0...].starts(with: "-----".utf8) }) else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// Base64 with blanks in it; nil for anything else, and for nothing.
  private static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var (bits, count, digits, padding): (UInt32, Int, Int, Int) = (0, 0, 0, 0)
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      case 0x20, 0x09: continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      digits += 1
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    guard !bytes.isEmpty, padding <= 2, (digits + padding) % 4 == 0 else { return nil }
    return bytes
  }
}
