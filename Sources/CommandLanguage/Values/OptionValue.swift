/// A type that can be the value of an option.
public protocol OptionValue: Sendable {
  /// Whether help and messages call the value `<number>`. Texts are refused when empty, before `parse` sees them.
  static var isNumber: Bool { get }
  /// Converts what was typed.
  ///
  /// - Throws: what virsh would say; `option` is the option's name without dashes.
  static func parse(_ text: String, option: String) throws(UsageError) -> Self
}

extension OptionValue {
  /// A text, unless the type says otherwise.
  public static var isNumber: Bool { false }
}

extension String: OptionValue {
  /// The text itself; never throws.
  public static func parse(_ text: String, option: String) throws(UsageError) -> String { text }
}

extension UsageError {
  /// The message for a number that does not convert or does not fit.
  public static func malformedNumber(_ text: String, option: String) -> UsageError {
    UsageError("Numeric value '\(text)' for <\(option)> option is malformed or out of range")
  }
}
