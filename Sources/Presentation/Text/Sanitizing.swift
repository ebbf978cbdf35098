/// Which control characters may pass.
public enum AllowedControls: Sendable, Hashable {
  /// Newline and tab: for texts of several lines.
  case lines
  /// None: for a text that must stay on its line.
  case none
}

/// The text with everything escaped that could steer a terminal or mislead its reader: control characters as `\xNN`, C1
/// controls, bidirectional overrides and the Unicode line separators as `\u{…}`. For any text that came from outside.
public func sanitized(_ text: String, allowing allowed: AllowedControls = .lines) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    if !scalar.isHazard || (allowed == .lines && (scalar == "\n" || scalar == "\t")) {
      bytes.append(scalar, escaped: false)
    } else if scalar.value < 0x80 {
      bytes.appendEscape(UInt8(scalar.value))
    } else {
      bytes += "\\u{\(String(scalar.value, radix: 16))}".utf8
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The text in one-way form for programs: hazards as `\xNN` byte for byte, and the two characters backslash-x as `\x5cx`, so
/// that what was escaped can be told from what was not.
func escapingForged(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool = { _ in false }) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    let isForged = scalar == "\\" && rest.first == "x"
    bytes.append(scalar, escaped: isForged || (scalar.isHazard && !isKept(scalar)))
  }
  return bytes
}

extension Unicode.Scalar {
  /// Whether a terminal might act on the character, or show it where it is not.
  var isHazard: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends `\xNN`.
  mutating func appendEscape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    self += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// Appends a character as it is, or every byte of it as `\xNN`.
  mutating func append(_ scalar: Unicode.Scalar, escaped: Bool) {
    guard let encoded = UTF8.encode(scalar) else { return }
    if !escaped {
      self += encoded
    } else {
      for byte in encoded { appendEscape(byte) }
    }
  }
}
