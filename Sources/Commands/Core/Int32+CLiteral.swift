extension Int32 {
  /// Reads a number as C writes it: decimal, `0x` and hexadecimal, or `0` and octal, with blanks and a sign in front.
  init?(cLiteral text: String) {
    var digits = text.withoutLeadingBlanks
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    guard digits.first?.isASCII == true, digits.first?.isHexDigit == true else { return nil }
    var radix = 10
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      (radix, digits) = (16, digits.dropFirst(2))
    } else if digits.hasPrefix("0"), digits.count > 1 {
      radix = 8
    }
    guard digits.first?.isHexDigit == true, let magnitude = Int64(digits, radix: radix) else { return nil }
    self.init(exactly: isNegative ? -magnitude : magnitude)
  }
}
