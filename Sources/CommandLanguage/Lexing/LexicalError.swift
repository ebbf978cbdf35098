/// A line that ends in the middle of something.
public struct LexicalError: Error, Sendable, Hashable {
  /// What was left open.
  public enum Reason: Sendable, Hashable {
    /// A `"` or, in `virtsh`, a `'` without its partner.
    case unterminatedQuote(Character)
    /// A backslash with nothing after it.
    case danglingBackslash
  }

  /// What was left open.
  public let reason: Reason
  /// The line of the quote or backslash, counted from 1.
  public let line: Int
  /// The place of the quote or backslash on its line, in Unicode scalars from 1.
  public let column: Int

  /// The same as the user sees it.
  public var usageError: UsageError {
    switch reason {
    case .unterminatedQuote(let quote): UsageError("missing \(quote)", line: line, column: column)
    case .danglingBackslash: UsageError("dangling \\", line: line, column: column)
    }
  }
}
