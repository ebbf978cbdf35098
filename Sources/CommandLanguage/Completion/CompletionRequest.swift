/// What to complete, and what part of the line that replaces.
public struct CompletionRequest<Product>: Sendable {
  /// What the word can become. Commands and options are already limited to those that begin with the prefix.
  public let target: CompletionTarget<Product>
  /// What was typed of it, without quotes.
  public let prefix: String
  /// Where the replaced text begins, in bytes from the start of the line; it ends at the cursor.
  public let start: Int
  /// The quote that is open at the cursor, if any; candidates must be escaped for it.
  public let quote: Character?
}
