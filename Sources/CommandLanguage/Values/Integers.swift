/// Plain numbers are decimal: `0x1`, `1k` and a trailing blank are refused, leading blanks, `+1` and `01` are not. The
/// unsigned ones refuse any minus sign, even that of `-0`.
extension OptionValue where Self: FixedWidthInteger {
  /// A number, as help calls it.
  public static var isNumber: Bool { true }

  /// Reads a decimal number that fits the type; throws virsh's message about numeric values.
  public static func parse(_ text: String, option: String) throws(UsageError) -> Self {
    guard let number = DecimalPrefix(text), number.rest.isEmpty, let magnitude = number.magnitude else {
      throw .malformedNumber(text, option: option)
    }
    if !number.isNegative, let value = Self(exactly: magnitude) { return value }
    if number.isNegative, isSigned, magnitude <= min.magnitude { return Self(truncatingIfNeeded: 0 &- magnitude) }
    throw .malformedNumber(text, option: option)
  }
}

extension Int32: OptionValue {}
extension Int64: OptionValue {}
extension UInt32: OptionValue {}
extension UInt64: OptionValue {}
