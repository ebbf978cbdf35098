/// What a piece of text is to its reader. A ``Palette`` decides how that looks.
public enum TextRole: Sendable, Hashable, CaseIterable {
  /// The headings of a table.
  case heading
  /// All is well and going on.
  case active
  /// Something is between two states, or waits.
  case waiting
  /// Something went wrong.
  case failed
  /// Nothing goes on.
  case inactive
  /// The word in front of an error.
  case error
  /// The word in front of a warning.
  case warning
  /// The word in front of a hint.
  case hint
}
