/// Reads values one after another, with a stack of its own instead of recursion.
///
/// The grammar is that of xend's reader, which is also wide enough for what xend writes: Python's representations of texts. Bytes beyond
/// ASCII are taken as they are, though xend itself would write them as `\xHH`.
struct SExpressionReader {
  /// A list that is being read: where it began, and what is in it so far.
  private struct OpenList {
    var start: Int
    var elements: [SExpression] = []
  }

  private let bytes: [UInt8]
  private let limits: SExpressionLimits
  private var position = 0
  private var valueCount = 0

  init(_ bytes: [UInt8], limits: SExpressionLimits) throws(SExpressionError) {
    self.bytes = bytes
    self.limits = limits
    if bytes.count > limits.bytes { throw error(.tooManyBytes(limit: limits.bytes), at: max(0, limits.bytes)) }
  }

  /// The next value; nil at the end.
  mutating func next() throws(SExpressionError) -> SExpression? {
    var lists: [OpenList] = []
    while true {
      skipBlanks()
      guard let byte = current else {
        if let list = lists.last {
          let (line, column) = place(of: list.start)
          throw error(.unclosedList(line: line, column: column), at: position)
        }
        return nil
      }
      let value: SExpression
      switch byte {
      case UInt8(ascii: "("):
        try count()
        guard lists.count < limits.depth else { throw error(.tooDeep(limit: limits.depth), at: position) }
        lists.append(OpenList(start: position))
        position += 1
        continue
      case UInt8(ascii: ")"):
        guard let list = lists.popLast() else { throw error(.unexpectedEndOfList, at: position) }
        position += 1
        value = .list(list.elements)
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        try count()
        value = .atom(try quoted(by: byte))
      default:
        try count()
        value = .atom(try word())
      }
      if lists.isEmpty { return value }
      lists[lists.count - 1].elements.append(value)
    }
  }

  /// The place of the next byte that is neither blank nor comment, for an error there.
  mutating func error(_ reason: SExpressionError.Reason) -> SExpressionError {
    skipBlanks()
    return error(reason, at: position)
  }

  // MARK: Bytes

  /// The byte here; nil at the end, which Ctrl-D is too.
  private var current: UInt8? { position < bytes.count && bytes[position] != 4 ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        while let byte = current, byte != 10 { position += 1 }
      } else if !Self.isBlank(byte) {
        return
      } else {
        position += 1
      }
    }
  }

  private mutating func count() throws(SExpressionError) {
    guard valueCount < limits.values else { throw error(.tooManyValues(limit: limits.values), at: position) }
    valueCount += 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// What ends a word, beside blanks. At the start of a value all but parentheses and `#` are words of one character.
  private static func isDelimiter(_ byte: UInt8) -> Bool { "{}()<>[];#".utf8.contains(byte) }

  // MARK: Atoms

  private mutating func word() throws(SExpressionError) -> [UInt8] {
    let start = position
    while let byte = current, position == start || !(Self.isBlank(byte) || Self.isDelimiter(byte)) {
      if byte < 32 || byte == 127 { throw error(.controlCharacter(byte), at: position) }
      position += 1
    }
    return Array(bytes[start..<position])
  }

  private mutating func quoted(by quote: UInt8) throws(SExpressionError) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return text }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      text.append(try escaped())
    }
    let (line, column) = place(of: start)
    throw error(.unclosedText(line: line, column: column), at: position)
  }

  /// The byte that an escape stands for, after its backslash. An unknown escape is a backslash, whatever the character: xend has it so.
  private mutating func escaped() throws(SExpressionError) -> UInt8 {
    let byte = bytes[position]
    if (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) { return try octal() }
    position += 1
    switch byte {
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return byte
    case UInt8(ascii: "x"): return try hexadecimal()
    default: return UInt8(ascii: "\\")
    }
  }

  private mutating func octal() throws(SExpressionError) -> UInt8 {
    let start = position
    var value = 0
    while position < min(start + 3, bytes.count), case let digit = Int(bytes[position]) - 48, (0...7).contains(digit) {
      value = value * 8 + digit
      position += 1
    }
    guard let byte = UInt8(exactly: value) else { throw error(.octalEscape, at: start) }
    return byte
  }

  private mutating func hexadecimal() throws(SExpressionError) -> UInt8 {
    var value: UInt8 = 0
    for _ in 0..<2 {
      guard position < bytes.count, let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue else {
        throw error(.hexadecimalEscape, at: position)
      }
      value = value << 4 | UInt8(digit)
      position += 1
    }
    return value
  }

  // MARK: Places

  private func error(_ reason: SExpressionError.Reason, at position: Int) -> SExpressionError {
    let (line, column) = place(of: position)
    return SExpressionError(line: line, column: column, reason: reason)
  }

  private func place(of position: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in bytes.prefix(position) {
      if byte == 10 {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
