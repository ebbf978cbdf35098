import SExpressions

extension SExpression {
  /// The whole number under a key, which may be written as a fraction; nil where there is none in the range.
  func integer<Number: FixedWidthInteger>(_ key: String, in range: ClosedRange<Number>) -> Number? {
    self[key]?.value?.text.flatMap { Self.integer($0, in: range) }
  }

  /// The number that a text is; nil where it is none in the range.
  static func integer<Number: FixedWidthInteger>(_ text: String, in range: ClosedRange<Number>) -> Number? {
    guard let number = Number(text) ?? Double(text).flatMap({ Number(exactly: $0.rounded(.towardZero)) }) else { return nil }
    return range.contains(number) ? number : nil
  }

  /// The seconds under a key in nanoseconds, 0 where there are none that make sense.
  func nanoseconds(_ key: String) -> UInt64 {
    guard let seconds = self[key]?.value?.text.flatMap(Double.init), seconds > 0 else { return 0 }
    return UInt64(exactly: (seconds * 1e9).rounded()) ?? 0
  }

  /// Whether the value under a key says yes, in Python's or C's words.
  func isTrue(_ key: String) -> Bool {
    guard let text = self[key]?.value?.text else { return false }
    return text == "1" || text == "True" || text == "true" || text == "yes"
  }

  /// The text under a key; nil where it is missing, empty or Python's `None`.
  func filled(_ key: String) -> String? {
    guard let text = self[key]?.value?.text, !text.isEmpty, text != "None" else { return nil }
    return text
  }
}
