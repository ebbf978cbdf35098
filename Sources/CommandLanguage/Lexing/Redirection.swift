/// A sign that sends a command's answer elsewhere, and the words behind it, as they stand on the line.
///
/// Only `virtsh` knows the signs `>`, `>>` and `|`, and only where they are neither quoted nor escaped and begin a word.
public struct Redirection: Sendable, Hashable {
  /// Which sign.
  public enum Kind: String, Sendable, Hashable {
    /// Into a program.
    case pipe = "|"
    /// Into a file, in place of what it has.
    case write = ">"
    /// To the end of a file.
    case append = ">>"
  }

  /// Which sign.
  public let kind: Kind
  /// Where the sign stands, in Unicode scalars from 1.
  public let column: Int
  /// The program and its arguments, or the file.
  public internal(set) var words: [Word] = []

  init(kind: Kind, column: Int) {
    self.kind = kind
    self.column = column
  }
}
