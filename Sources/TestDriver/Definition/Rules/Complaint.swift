/// An error text with a place for the offending value.
struct Complaint: Sendable {
  private let make: @Sendable (String) -> DefinitionError

  /// The error about this value.
  func error(_ value: String) -> DefinitionError { make(value) }

  /// `XML error: …`; `%` in the text stands for the value.
  static func xml(_ text: String) -> Self { Self { .xml(fill(text, $0)) } }
  /// `unsupported configuration: …`.
  static func unsupported(_ text: String) -> Self { Self { .unsupported(fill(text, $0)) } }
  /// `internal error: …`.
  static func failure(_ text: String) -> Self { Self { .failure(fill(text, $0)) } }

  /// The text alone.
  static func detail(_ text: String) -> Self { Self { .detail(fill(text, $0)) } }

  private static func fill(_ text: String, _ value: String) -> String {
    guard let place = text.firstIndex(of: "%") else { return text }
    return text[..<place] + value + text[text.index(after: place)...]
  }
}
