/// The decimal number that a text begins with, read as C's `strtoull` does: blanks, one sign, digits.
struct DecimalPrefix {
  let isNegative: Bool
  /// Without its sign; nil if it does not fit.
  let magnitude: UInt64?
  /// What follows the digits.
  let rest: Substring

  /// Nil if there are no digits.
  init?(_ text: String) {
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex, Self.isBlank(bytes[index]) { index = bytes.index(after: index) }
    var isNegative = false
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index = bytes.index(after: index)
    }
    var value: UInt64? = 0
    let start = index
    while index < bytes.endIndex, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
      value = value.flatMap { Self.shift($0, by: UInt64(digit)) }
      index = bytes.index(after: index)
    }
    guard index > start else { return nil }
    self.isNegative = isNegative
    magnitude = value
    rest = text[index...]
  }

  private static func shift(_ value: UInt64, by digit: UInt64) -> UInt64? {
    let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(digit)
    return overflow || carry ? nil : sum
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
