/// Something wrong with how a command was written: bad syntax, or a value that does not convert.
public struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to tell, each line being a message of its own (`error: LINE`). Never empty; worded as virsh words it.
  public var lines: [String]
  /// Which line of what was typed has the trouble, counted from 1, if that is known.
  public var line: Int?
  /// Where the trouble is on that line, in Unicode scalars from 1, if that is known.
  public var column: Int?
  /// Names that might have been meant, best first. Not part of the message.
  public var suggestions: [String]
  /// What would be right, for people. Not part of the message.
  public var hint: String?

  /// An error of one line.
  public init(_ text: String, line: Int? = nil, column: Int? = nil, suggestions: [String] = [], hint: String? = nil) {
    self.init(lines: [text], line: line, column: column, suggestions: suggestions)
    self.hint = hint
  }

  /// An error of several lines.
  public init(lines: [String], line: Int? = nil, column: Int? = nil, suggestions: [String] = []) {
    self.lines = lines
    self.line = line
    self.column = column
    self.suggestions = suggestions
  }

  /// The lines, one below the other.
  public var description: String { lines.joined(separator: "\n") }
}
