/// One word of a command line, with quotes and backslashes already taken away.
public struct Word: Sendable, Hashable {
  /// What the word says.
  public let text: String
  /// The line the word begins on, counted from 1.
  public let line: Int
  /// Where the word begins on its line, counted in Unicode scalars from 1. For an argument taken literally: its number.
  public let column: Int
  /// Whether any part of the word was quoted or escaped. The grammar does not care; suggestions and echoes may.
  public let isQuoted: Bool

  /// A word as the lexer found it.
  public init(_ text: String, line: Int = 1, column: Int = 1, isQuoted: Bool = false) {
    self.text = text
    self.line = line
    self.column = column
    self.isQuoted = isQuoted
  }
}
