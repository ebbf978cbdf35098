import FoundationEssentials

/// JSON on one line, keys in order, newline at the end.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = escapingHazards(Array(try encoder.encode(value)))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// JSON lets DEL, C1 controls and bidirectional overrides stand for themselves; escaped they mean the same and steer no
  /// terminal. All of them can only stand inside strings.
  private static func escapingHazards(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else { return bytes }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 16)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isHazard {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      } else {
        escaped.append(scalar, escaped: false)
      }
    }
    return escaped
  }
}
