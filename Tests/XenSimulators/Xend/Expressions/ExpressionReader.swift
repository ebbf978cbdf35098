/// Reads the S-expressions that clients send.
struct ExpressionReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let deepest = 200

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What the bytes are not.
  struct Failure: Error {
    let reason: String
  }

  /// All values of the bytes, in order.
  static func values(_ bytes: [UInt8]) throws(Failure) -> [PythonValue] {
    var reader = ExpressionReader(bytes)
    var values: [PythonValue] = []
    while let value = try reader.next(depth: 0) { values.append(value) }
    return values
  }

  private mutating func next(depth: Int) throws(Failure) -> PythonValue? {
    skipBlanks()
    guard let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "("): return try list(depth: depth + 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try string(endingWith: byte)
    case let byte where Self.endsAtom(byte): throw Failure(reason: "unexpected \(Self.shown(byte))")
    default: return atom()
    }
  }

  private mutating func list(depth: Int) throws(Failure) -> PythonValue {
    guard depth <= Self.deepest else { throw Failure(reason: "nested too deeply") }
    position += 1
    var elements: [PythonValue] = []
    while true {
      skipBlanks()
      guard let byte = peek() else { throw Failure(reason: "unexpected end of input") }
      if byte == UInt8(ascii: ")") {
        position += 1
        return .list(elements)
      }
      if let element = try next(depth: depth) { elements.append(element) }
    }
  }

  private mutating func atom() -> PythonValue {
    let start = position
    while let byte = peek(), !Self.isBlank(byte), !Self.endsAtom(byte), byte != UInt8(ascii: "#") { position += 1 }
    return .string(Array(bytes[start..<position]))
  }

  private mutating func string(endingWith quote: UInt8) throws(Failure) -> PythonValue {
    position += 1
    var text: [UInt8] = []
    while let byte = peek() {
      position += 1
      switch byte {
      case quote: return .string(text)
      case UInt8(ascii: "\\"): text += try escape()
      default: text.append(byte)
      }
    }
    throw Failure(reason: "unexpected end of input")
  }

  /// What an escape stands for; an unknown one leaves a backslash and swallows the character.
  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let byte = peek() else { throw Failure(reason: "unexpected end of input") }
    position += 1
    switch byte {
    case UInt8(ascii: "a"): return [7]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "v"): return [11]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return [byte]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position -= 1
      return [try number(radix: 8, digits: 1...3)]
    case UInt8(ascii: "x"): return [try number(radix: 16, digits: 2...2)]
    default: return [UInt8(ascii: "\\")]
    }
  }

  private mutating func number(radix: Int, digits: ClosedRange<Int>) throws(Failure) -> UInt8 {
    let window = bytes[position...].prefix(digits.upperBound)
    let text = window.prefix { Character(Unicode.Scalar($0)).hexDigitValue.map { $0 < radix } ?? false }
    guard digits.contains(text.count), let value = UInt8(String(decoding: text, as: UTF8.self), radix: radix) else {
      throw Failure(reason: "bad escape in string")
    }
    position += text.count
    return value
  }

  /// The next byte, unless it ends the input.
  private func peek() -> UInt8? { position < bytes.count && bytes[position] != 4 ? bytes[position] : nil }

  /// Skips white space and comments.
  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte == UInt8(ascii: "#") {
        while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
      } else if Self.isBlank(byte) {
        position += 1
      } else {
        return
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
  private static func endsAtom(_ byte: UInt8) -> Bool { "{}()<>[];".utf8.contains(byte) }
  private static func shown(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}
