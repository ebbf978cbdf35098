/// A line as far as it was typed: the words before the cursor's, and the one under the cursor.
struct PartialLine {
  /// The finished words of the command the cursor is in.
  var words: [Word] = []
  /// What was typed of the word under the cursor; empty after a blank.
  var prefix = ""
  /// Where that word begins, in bytes.
  var start = 0
  /// Where its value begins after a `=`, in bytes, if it has one outside quotes.
  var valueStart: Int?
  var quote: Character?
  /// Whether the cursor is in a comment.
  var isComment = false
  /// The sign that the cursor is behind, and how many finished words stand between.
  var redirection: (kind: Redirection.Kind, wordCount: Int)?

  /// Words that are literal, as a shell hands them over; the last one is under the cursor.
  init(literal words: [String]) {
    self.words = words.dropLast().map { Word($0) }
    prefix = words.last ?? ""
  }

  /// A line as it is typed.
  init(_ line: String, _ dialect: Dialect) {
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        index += 1
      case UInt8(ascii: ";"), UInt8(ascii: "\n"):
        words = []
        redirection = nil
        isComment = false
        index += 1
      case UInt8(ascii: "#"):
        isComment = true
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "|") where dialect == .virtsh && !words.isEmpty:
        redirection = (.pipe, 0)
        index += 1
      case UInt8(ascii: ">") where dialect == .virtsh && !words.isEmpty:
        let isDouble = bytes[(index + 1)...].first == bytes[index]
        redirection = (isDouble ? .append : .write, 0)
        index += isDouble ? 2 : 1
      default:
        index = readWord(bytes, from: index)
      }
    }
    if prefix.isEmpty, quote == nil { start = bytes.count }
  }

  /// Reads one word; one that touches the end of the line becomes the prefix.
  private mutating func readWord(_ bytes: [UInt8], from begin: Int) -> Int {
    var text: [UInt8] = []
    var open: UInt8?
    var sign: Int?
    var index = begin
    while index < bytes.count {
      let byte = bytes[index]
      if open == nil, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == UInt8(ascii: ";") { break }
      if byte == UInt8(ascii: "'"), open != UInt8(ascii: "\"") {
        open = open == nil ? byte : nil
      } else if byte == UInt8(ascii: "\""), open != UInt8(ascii: "'") {
        open = open == nil ? byte : nil
      } else if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "'") {
        index += 1
        if index < bytes.count, bytes[index] != UInt8(ascii: "\n") { text.append(bytes[index]) }
      } else {
        if byte == UInt8(ascii: "="), sign == nil, open == nil { sign = index + 1 }
        text.append(byte)
      }
      index += 1
    }
    let word = String(decoding: text, as: UTF8.self)
    if index < bytes.count {
      if redirection == nil { words.append(Word(word)) } else { redirection?.wordCount += 1 }
    } else {
      prefix = word
      start = begin
      valueStart = sign
      quote = open.map { Character(Unicode.Scalar($0)) }
    }
    return min(index, bytes.count)
  }
}
