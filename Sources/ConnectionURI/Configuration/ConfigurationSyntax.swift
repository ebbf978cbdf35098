/// A value in a configuration file of libvirt.
enum ConfigurationValue: Sendable, Hashable {
  case string(String)
  /// A number, as it was written: none that we ask for is one.
  case number(String)
  case list([ConfigurationValue])
}

/// Reads libvirt's own syntax of configuration files, as it was measured on libvirt 9.0.0: `name = value` each on a line, values being
/// `"…"`, `'…'` and `"""…"""` without escapes, whole numbers, and lists in brackets; `#` begins a comment, but not inside a list.
struct ConfigurationSyntax {
  private let bytes: [UInt8]
  private let path: String
  private var position = 0
  private var line = 1
  /// The values by name; the first counts.
  private(set) var values: [String: ConfigurationValue] = [:]

  /// Lists in lists are of no use, but must not exhaust the stack.
  private static let greatestDepth = 32

  /// Reads a whole file; `path` is for messages. Throws at the first mistake, in libvirt's words and with the line.
  init(_ text: String, path: String) throws(ConfigurationError) {
    bytes = Array(text.utf8)
    self.path = path
    while skipToStatement() { try readStatement() }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func advance() {
    if current == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// Passes over empty lines and comments; false at the end.
  private mutating func skipToStatement() -> Bool {
    while let byte = current {
      switch byte {
      case UInt8(ascii: "#"): skipLine()
      case _ where Self.isBlank(byte) || Self.isNewline(byte): advance()
      default: return true
      }
    }
    return false
  }

  private mutating func skipLine() {
    while let byte = current, byte != UInt8(ascii: "\n") { _ = byte; position += 1 }
  }

  private mutating func skipBlanks() {
    while let byte = current, Self.isBlank(byte) { advance() }
  }

  private mutating func skipSpace() {
    while let byte = current, Self.isBlank(byte) || Self.isNewline(byte) { advance() }
  }

  private mutating func readStatement() throws(ConfigurationError) {
    guard let first = current, Self.isLetter(first) else { throw failure("expecting a name") }
    let start = position
    while let byte = current, Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_") { advance() }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    skipBlanks()
    guard current == UInt8(ascii: "=") else { throw failure("expecting an assignment") }
    advance()
    skipBlanks()
    let value = try readValue(depth: 0)
    skipBlanks()
    if current == UInt8(ascii: "#") { skipLine() }
    if let byte = current, !Self.isNewline(byte) { throw failure("expecting a separator") }
    if values[name] == nil { values[name] = value }
  }

  private mutating func readValue(depth: Int) throws(ConfigurationError) -> ConfigurationValue {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString())
    case UInt8(ascii: "["):
      guard depth < Self.greatestDepth else { throw failure("lists are nested too deeply") }
      return .list(try readList(depth: depth + 1))
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return .number(try readNumber())
    default: throw failure("expecting a value")
    }
  }

  private mutating func readString() throws(ConfigurationError) -> String {
    let triple = Array("\"\"\"".utf8)
    if bytes[position...].starts(with: triple), let end = Self.index(of: triple, in: bytes[(position + 3)...]) {
      let text = bytes[(position + 3)..<end]
      while position < end + 3 { advance() }
      return String(decoding: text, as: UTF8.self)
    }
    let quote = current
    advance()
    let start = position
    while let byte = current, byte != quote, !Self.isNewline(byte) { position += 1 }
    guard current == quote else { throw failure("unterminated string") }
    defer { advance() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readNumber() throws(ConfigurationError) -> String {
    let start = position
    if current == UInt8(ascii: "-") { advance() }
    guard let byte = current, Self.isDigit(byte) else { throw failure("unterminated number") }
    while let byte = current, Self.isDigit(byte) { advance() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readList(depth: Int) throws(ConfigurationError) -> [ConfigurationValue] {
    advance()
    skipSpace()
    var items: [ConfigurationValue] = []
    while let byte = current, byte != UInt8(ascii: "]") {
      if !items.isEmpty {
        guard byte == UInt8(ascii: ",") else { throw failure("expecting a separator in list") }
        advance()
        skipSpace()
        if current == UInt8(ascii: "]") { break }
      }
      items.append(try readValue(depth: depth))
      skipSpace()
    }
    guard current == UInt8(ascii: "]") else { throw failure("list is not closed with ]") }
    advance()
    return items
  }

  private func failure(_ what: String) -> ConfigurationError {
    ConfigurationError(.syntax, "configuration file syntax error: \(path):\(line): \(what)")
  }

  private static func index(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: part) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
