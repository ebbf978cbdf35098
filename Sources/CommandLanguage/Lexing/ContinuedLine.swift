/// Puts the lines of a script together: one that ends in a backslash, or inside a quote, goes on in the next.
///
/// Each byte is looked at once, however many lines a quote has.
public struct ContinuedLine: Sendable {
  private let dialect: Dialect
  private var lexer: Lexer
  /// How many lines were taken that are not finished.
  public private(set) var lineCount = 0
  /// How many bytes those have, for a limit.
  public private(set) var byteCount = 0

  /// A first line is still to come. As `virsh` no line goes on.
  public init(dialect: Dialect) {
    self.dialect = dialect
    lexer = Lexer(dialect: dialect)
  }

  /// Takes a line without its newline. Gives all that was taken since the last that was given, or nil if that goes on.
  public mutating func take(_ line: String) -> LexedLine? {
    if lineCount > 0 { lexer.take(UInt8(ascii: "\n")) }
    var line = line
    line.withUTF8 { lexer.take($0) }
    lineCount += 1
    byteCount += line.utf8.count + 1
    return lexer.isOpen && dialect == .virtsh ? nil : finish()
  }

  /// Gives what was taken although it is not finished: at the end of the script. Nil if there is nothing.
  public mutating func finish() -> LexedLine? {
    guard lineCount > 0 else { return nil }
    defer { self = ContinuedLine(dialect: dialect) }
    return LexedLine(lexer.finish(), dialect: dialect)
  }
}
