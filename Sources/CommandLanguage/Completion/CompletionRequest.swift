/// What to complete, and what part of the line that replaces.
public struct CompletionRequest<Product>: Sendable {
  /// What the word can become. Commands and options are already limited to those that begin with the prefix.
  public let target: CompletionTarget<Product>
  /// Options that could stand in place of a value; none in virsh's ways.
  public let options: [String]
  /// What was typed of it, without quotes.
  public let prefix: String
  /// What stands before the prefix in the same quotes and is replaced along with it: `--option=`, or nothing.
  public let lead: String
  /// Where the replaced text begins, in bytes from the start of the line; it ends at the cursor.
  public let start: Int
  /// The quote that is open at the cursor, if any; candidates must be escaped for it.
  public let quote: Character?
  /// Whether a word that looks like an option would be taken for one here.
  public let isBare: Bool

  /// What stands in the line from ``start`` on when the word becomes `candidate`. A quote that was opened is closed if the word is
  /// whole then.
  public func text(for candidate: String, isWhole: Bool) -> String {
    let mark = quote.map(String.init) ?? ""
    return mark + (lead + candidate).escapedForLine(in: quote) + (isWhole ? mark : "")
  }

  /// Whether `candidate` fits: it begins with the prefix, and typed here it is what it is.
  public func admits(_ candidate: String) -> Bool {
    candidate.utf8.starts(with: prefix.utf8) && !candidate.isEmpty && !(isBare && ArgumentParser.isOption(candidate))
  }
}
