/// A line cut into commands, and commands into words; nothing is looked up yet.
///
/// The grammar was measured on virsh 9.0.0: `;` and newline separate commands, blanks separate words, `"…"`, `'…'` and
/// backslash quote, a word that begins with `#` hides the rest of its line. Under our own name `>`, `>>` and `|` send a
/// command's answer elsewhere.
public struct LexedLine: Sendable {
  /// The commands in order, none of them empty. The last may be unfinished if `error` is set.
  public let commands: [[Word]]
  /// What sends the answer of a command elsewhere, by the command's place.
  public let redirections: [Int: [Redirection]]
  /// What stopped the lexer after the last word. A parser reports it only when it gets that far, as an earlier unknown
  /// command comes first.
  public let error: LexicalError?
  /// The rules the line was cut by.
  public let dialect: Dialect

  /// Cuts a line (or a whole script) into words.
  public init(string: String, dialect: Dialect = .virsh) {
    var string = string
    var lexer = Lexer(dialect: dialect)
    string.withUTF8 { lexer.take($0) }
    self.init(lexer.finish(), dialect: dialect)
  }

  init(_ result: Lexer.Result, dialect: Dialect) {
    commands = result.commands
    redirections = result.redirections
    error = result.error
    self.dialect = dialect
  }

  /// Takes each argument as one literal word of a single command: no quotes, no `;`. If the first begins with `#`, the
  /// whole line is a comment.
  public init(arguments: [String], dialect: Dialect = .virsh) {
    var words: [Word] = []
    words.reserveCapacity(arguments.count)
    for (index, argument) in arguments.enumerated() {
      words.append(Word(argument, column: index + 1))
    }
    let isComment = words.first?.text.utf8.first == UInt8(ascii: "#")
    commands = words.isEmpty || isComment ? [] : [words]
    redirections = [:]
    error = nil
    self.dialect = dialect
  }

  /// What a process was given after its own options: one argument is a string to cut up, several are literal words.
  public init(operands: [String], dialect: Dialect = .virsh) {
    if operands.count == 1 {
      self.init(string: operands[0], dialect: dialect)
    } else {
      self.init(arguments: operands, dialect: dialect)
    }
  }
}
