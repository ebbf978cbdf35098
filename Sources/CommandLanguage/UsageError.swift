/// Something wrong with how a command was written: bad syntax, or a value that does not convert.
public struct UsageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to tell, each line being a message of its own (`error: LINE`). Never empty; worded as virsh words it.
  public var lines: [String]
  /// Where the trouble is on the line that was typed, in Unicode scalars from 1, if that is known.
  public var column: Int?
  /// Names that might have been meant, best first. Not part of the message.
  public var suggestions: [String]

  /// An error of one line.
  public init(_ line: String, column: Int? = nil, suggestions: [String] = []) {
    self.init(lines: [line], column: column, suggestions: suggestions)
  }

  /// An error of several lines.
  public init(lines: [String], column: Int? = nil, suggestions: [String] = []) {
    self.lines = lines
    self.column = column
    self.suggestions = suggestions
  }

  /// The lines, one below the other.
  public var description: String { lines.joined(separator: "\n") }
}
