/// Percent encoding of the parts of a URI, by bytes of UTF-8.
enum PercentEncoding {
  /// The characters that a part keeps as they are, besides letters and digits. Measured against libvirt 9.0.0's output.
  enum Kept: String {
    case unreserved = "-._~"
    case path = "-_.!~*'()/;@&=+$,"
    case user = "-_.!~*'();:&=+$,"
    case host = "-._~!$&'()*+,;="
    case address = ":."
    case fragment = "-_.!~*'();/?:@&=+$,[]"
  }

  /// Encodes all bytes but letters, digits and `kept`.
  static func encode(_ text: String, keeping kept: Kept) -> String {
    let keptBytes = Array(kept.rawValue.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if isAlphanumeric(byte) || keptBytes.contains(byte) {
        result.append(byte)
      } else {
        result += "%\(hex(byte))".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Decodes every `%XX`; gives nil for what is not UTF-8 or holds a NUL. A `%` without two digits stays as it is.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), bytes.endIndex - index > 2,
        let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result.contains(0) ? nil : String(validating: result, as: UTF8.self)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A byte as two hexadecimal digits in upper case.
  static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + text : text
  }

  /// The text with ASCII letters in lower case; other letters stay, as in C's comparison without regard to case.
  static func asciiLowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
