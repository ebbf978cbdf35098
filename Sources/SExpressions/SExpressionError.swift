/// Why a document is no S-expression, and where.
public struct SExpressionError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// There is no value at all.
    case empty
    /// The document has more than the one value that was asked for.
    case secondValue
    /// A `)` closes nothing.
    case unexpectedEndOfList
    /// The document ends in a list, which began there.
    case unclosedList(line: Int, column: Int)
    /// The document ends in a quoted text, which began there.
    case unclosedText(line: Int, column: Int)
    /// `\x` is not followed by two hexadecimal digits.
    case hexadecimalEscape
    /// A `\NNN` stands for more than one byte, that is more than `\377`.
    case octalEscape
    /// A control character outside quotes.
    case controlCharacter(UInt8)
    /// More than this many bytes.
    case tooManyBytes(limit: Int)
    /// Lists in lists, more than this many.
    case tooDeep(limit: Int)
    /// More than this many values.
    case tooManyValues(limit: Int)
  }

  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in characters of UTF-8.
  public var column: Int
  /// What is wrong there.
  public var reason: Reason

  /// An error at this place.
  public init(line: Int, column: Int, reason: Reason) {
    (self.line, self.column) = (line, column)
    self.reason = reason
  }
}

extension SExpressionError: CustomStringConvertible {
  /// The place and what was expected there: `line 3, column 7: …`. Never holds a part of the document.
  public var description: String { "line \(line), column \(column): \(reason)" }
}

extension SExpressionError.Reason: CustomStringConvertible {
  /// What was expected, in words.
  public var description: String {
    switch self {
    case .empty: "expected a value, but there is none"
    case .secondValue: "expected the end after one value"
    case .unexpectedEndOfList: "expected a value, but ')' closes no list"
    case .unclosedList(let line, let column): "expected ')' for the list begun at line \(line), column \(column)"
    case .unclosedText(let line, let column): "expected the closing quote of the text begun at line \(line), column \(column)"
    case .hexadecimalEscape: #"expected two hexadecimal digits after \x"#
    case .octalEscape: #"expected an octal escape of at most \377"#
    case .controlCharacter(let byte): "expected a value, but found control character \(byte)"
    case .tooManyBytes(let limit): "expected at most \(limit) bytes"
    case .tooDeep(let limit): "expected at most \(limit) lists in each other"
    case .tooManyValues(let limit): "expected at most \(limit) values"
    }
  }
}
