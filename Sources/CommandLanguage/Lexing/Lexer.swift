/// Cuts UTF-8 bytes into words. Everything the grammar knows is ASCII, so other bytes pass through untouched.
struct Lexer {
  struct Result {
    var commands: [[Word]] = [[]]
    var error: LexicalError?

    mutating func dropEmptyTail() {
      if commands.last?.isEmpty == true { commands.removeLast() }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: Dialect
  private var position = 0
  private var line = 1
  private var column = 1
  private var text: [UInt8] = []
  private(set) var result = Result()

  init(bytes: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// Reads to the end or to the first error.
  mutating func run() {
    while result.error == nil, let byte = peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        advance()
      case UInt8(ascii: "\\") where peek(1) == UInt8(ascii: "\n"):
        advance()
        advance()
      case UInt8(ascii: ";"), UInt8(ascii: "\n"):
        advance()
        endCommand()
      case UInt8(ascii: "#"):
        while let next = peek(), next != UInt8(ascii: "\n") { advance() }
      default:
        readWord()
      }
    }
  }

  private mutating func endCommand() {
    if result.commands[result.commands.count - 1].isEmpty == false { result.commands.append([]) }
  }

  private func peek(_ distance: Int = 0) -> UInt8? {
    position + distance < bytes.count ? bytes[position + distance] : nil
  }

  private mutating func advance() {
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\n") {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func readWord() {
    let start = (line: line, column: column)
    var quote: UInt8?
    var opened = (line: line, column: column)
    var isQuoted = false
    text.removeAll(keepingCapacity: true)
    while let byte = peek() {
      if quote == nil, Self.endsWord(byte) { break }
      switch byte {
      case UInt8(ascii: "'") where quote != UInt8(ascii: "\""), UInt8(ascii: "\"") where quote != UInt8(ascii: "'"):
        quote = quote == nil ? byte : nil
        opened = (line, column)
        isQuoted = true
        advance()
      case UInt8(ascii: "\\") where quote != UInt8(ascii: "'"):
        isQuoted = true
        guard let escaped = peek(1) else {
          result.error = LexicalError(reason: .danglingBackslash, line: line, column: column)
          return
        }
        advance()
        if escaped != UInt8(ascii: "\n") { text.append(escaped) }
        advance()
      default:
        text.append(byte)
        advance()
      }
    }
    if let quote, quote == UInt8(ascii: "\"") || dialect == .virtsh {
      let character = Character(Unicode.Scalar(quote))
      result.error = LexicalError(reason: .unterminatedQuote(character), line: opened.line, column: opened.column)
      return
    }
    let word = Word(String(decoding: text, as: UTF8.self), line: start.line, column: start.column, isQuoted: isQuoted)
    result.commands[result.commands.count - 1].append(word)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
