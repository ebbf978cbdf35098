/// Cuts UTF-8 bytes into words. Everything the grammar knows is ASCII, so other bytes pass through untouched.
///
/// The bytes may come in pieces, a line at a time: a word whose quote is open goes on in the next piece.
struct Lexer {
  struct Result {
    var commands: [[Word]] = [[]]
    /// By the place of the command that they follow.
    var redirections: [Int: [Redirection]] = [:]
    var error: LexicalError?

    mutating func dropEmptyTail() {
      if commands.last?.isEmpty == true { commands.removeLast() }
    }
  }

  /// A word that is not finished.
  private struct OpenWord {
    let line: Int
    let column: Int
    /// The quote that is open, and where it was opened.
    var quote: UInt8?
    var quoteLine = 0
    var quoteColumn = 0
    var isQuoted = false
  }

  private let dialect: Dialect
  private var line = 1
  private var column = 1
  private var text: [UInt8] = []
  private var word: OpenWord?
  private var isEscaping = false
  private var isComment = false
  /// Whether the byte before was a `>` that another can make a `>>`.
  private var mayDouble = false
  private var result = Result()

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  /// Whether what comes next belongs to the last word, whatever it is: a quote is open, or a backslash was the last byte.
  var isOpen: Bool { isEscaping || word?.quote != nil }

  /// Reads a piece.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// Reads one byte.
  mutating func take(_ byte: UInt8) {
    let mayDouble = self.mayDouble
    self.mayDouble = false
    if isComment {
      isComment = byte != UInt8(ascii: "\n")
      if isComment { pass(byte) } else { separate(byte) }
    } else if isEscaping {
      takeEscaped(byte)
    } else if word != nil {
      takeInWord(byte)
    } else if mayDouble, byte == UInt8(ascii: ">") {
      makeAppending()
      pass(byte)
    } else {
      takeBetweenWords(byte)
    }
  }

  /// What was read, after the last piece.
  mutating func finish() -> Result {
    if isEscaping {
      result.error = LexicalError(reason: .danglingBackslash, line: line, column: column - 1)
    } else if let word, let quote = word.quote, quote == UInt8(ascii: "\"") || dialect == .virtsh {
      let character = Character(Unicode.Scalar(quote))
      result.error = LexicalError(reason: .unterminatedQuote(character), line: word.quoteLine, column: word.quoteColumn)
    } else {
      endWord()
    }
    result.dropEmptyTail()
    return result
  }

  private mutating func takeBetweenWords(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): pass(byte)
    case UInt8(ascii: ";"), UInt8(ascii: "\n"): separate(byte)
    case UInt8(ascii: "#"):
      isComment = true
      pass(byte)
    case UInt8(ascii: "|") where redirects: redirect(.pipe)
    case UInt8(ascii: ">") where redirects:
      mayDouble = true
      redirect(.write)
    default:
      // A backslash at the end of a line joins it with the next, and begins no word.
      if byte != UInt8(ascii: "\\") { word = OpenWord(line: line, column: column) }
      takeInWord(byte)
    }
  }

  /// In front of a command's first word the signs mean nothing.
  private var redirects: Bool { dialect == .virtsh && result.commands[result.commands.count - 1].isEmpty == false }

  private mutating func redirect(_ kind: Redirection.Kind) {
    result.redirections[result.commands.count - 1, default: []].append(Redirection(kind: kind, column: column))
    column += 1
  }

  /// A second `>` right behind the first.
  private mutating func makeAppending() {
    let command = result.commands.count - 1
    guard let last = result.redirections[command]?.popLast() else { return }
    result.redirections[command]?.append(Redirection(kind: .append, column: last.column))
  }

  private mutating func takeInWord(_ byte: UInt8) {
    let quote = word?.quote
    switch byte {
    case UInt8(ascii: "'") where quote != UInt8(ascii: "\""), UInt8(ascii: "\"") where quote != UInt8(ascii: "'"):
      word?.quote = quote == nil ? byte : nil
      word?.quoteLine = line
      word?.quoteColumn = column
      word?.isQuoted = true
      pass(byte)
    case UInt8(ascii: "\\") where quote != UInt8(ascii: "'"):
      isEscaping = true
      pass(byte)
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "\n"):
      if quote != nil {
        text.append(byte)
        pass(byte)
      } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n") {
        endWord()
        separate(byte)
      } else {
        endWord()
        pass(byte)
      }
    default:
      text.append(byte)
      pass(byte)
    }
  }

  private mutating func takeEscaped(_ byte: UInt8) {
    isEscaping = false
    if byte != UInt8(ascii: "\n") {
      if word == nil { word = OpenWord(line: line, column: column - 1) }
      text.append(byte)
    }
    word?.isQuoted = true
    pass(byte)
  }

  private mutating func separate(_ byte: UInt8) {
    pass(byte)
    if result.commands[result.commands.count - 1].isEmpty == false { result.commands.append([]) }
  }

  private mutating func pass(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func endWord() {
    guard let open = word else { return }
    let word = Word(String(decoding: text, as: UTF8.self), line: open.line, column: open.column, isQuoted: open.isQuoted)
    let command = result.commands.count - 1
    if let last = result.redirections[command]?.indices.last {
      result.redirections[command]?[last].words.append(word)
    } else {
      result.commands[command].append(word)
    }
    self.word = nil
    text.removeAll(keepingCapacity: true)
  }
}
