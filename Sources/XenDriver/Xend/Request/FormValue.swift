import SExpressions

/// The value of an argument in a query or a form: its bytes, of any kind.
struct FormValue: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The bytes that xend has after decoding.
  let bytes: [UInt8]

  /// The UTF-8 of a text.
  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A text.
  static func text(_ text: String) -> Self { Self(stringLiteral: text) }

  /// A number in decimal digits.
  static func number(_ number: some BinaryInteger) -> Self { text(String(number)) }

  /// `1` or `0`.
  static func flag(_ flag: Bool) -> Self { flag ? "1" : "0" }

  /// A document as xend reads it.
  static func expression(_ expression: SExpression) -> Self { Self(expression.serialized()) }
}
