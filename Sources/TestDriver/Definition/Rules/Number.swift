/// Numbers as libvirt reads them: blanks in front, a sign, then digits up to the end.
enum Number {
  /// A number from 0; with `anyBase`, `0x…` is hexadecimal and a leading 0 octal.
  static func unsigned(_ text: String, anyBase: Bool = false) -> UInt64? {
    var digits = trimmed(text)
    if digits.hasPrefix("+") { digits = digits.dropFirst() }
    var base = 10
    if anyBase, digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      (base, digits) = (16, digits.dropFirst(2))
    } else if anyBase, digits.hasPrefix("0"), digits.count > 1 {
      base = 8
    }
    guard let first = digits.first, first != "+", first != "-" else { return nil }
    return UInt64(digits, radix: base)
  }

  /// A number from 0 in hexadecimal, `0x` in front of it or not.
  static func hexadecimal(_ text: String) -> UInt64? {
    var digits = trimmed(text)
    if digits.hasPrefix("+") { digits = digits.dropFirst() }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") { digits = digits.dropFirst(2) }
    guard let first = digits.first, first != "+", first != "-" else { return nil }
    return UInt64(digits, radix: 16)
  }

  /// A number with an optional sign; bases as above.
  static func signed(_ text: String, anyBase: Bool = false) -> Int64? {
    let digits = trimmed(text)
    guard !digits.hasPrefix("+-") else { return nil }
    guard anyBase else { return Int64(digits, radix: 10) }
    let isNegative = digits.hasPrefix("-")
    let number = unsigned(String(isNegative ? digits.dropFirst() : digits), anyBase: true).flatMap { Int64(exactly: $0) }
    return number.map { isNegative ? -$0 : $0 }
  }

  /// `0x` and at least so many hexadecimal digits.
  static func hex(_ number: UInt64, _ digits: Int, uppercase: Bool = false) -> String {
    let text = String(number, radix: 16, uppercase: uppercase)
    return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private static func trimmed(_ text: String) -> Substring {
    text.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\u{B}" || $0 == "\u{C}" }
  }
}
