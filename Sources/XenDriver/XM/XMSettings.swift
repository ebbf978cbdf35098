/// The settings of a domain as the command `xm` of early Xen reads them from a file: the assignments of a small part of Python.
///
/// `name = 'web1'`, `memory = 256`, `disk = ['phy:/dev/web1,xvda,w']`. Anything else that Python could do is refused.
struct XMSettings: Sendable, Hashable {
  /// What stands behind a `=`.
  enum Value: Sendable, Hashable {
    case text(String)
    case list([String])
  }

  /// Where a text is no such file.
  struct SyntaxError: Error, Hashable {
    let line: Int
  }

  /// More than any file has.
  private static let limits = (bytes: 1 << 16, values: 1000)

  private var values: [String: Value] = [:]

  /// Reads a file; a later assignment replaces an earlier one.
  init(parsing bytes: [UInt8]) throws(SyntaxError) {
    guard bytes.count <= Self.limits.bytes else { throw SyntaxError(line: 1) }
    var reader = XMReader(bytes)
    var count = 0
    while let (key, value) = try reader.next() {
      if case .list(let list) = value { count += list.count }
      count += 1
      guard count <= Self.limits.values else { throw SyntaxError(line: reader.line) }
      values[key] = value
    }
  }

  /// A word or number; nil for a list, and where it is not set or empty.
  subscript(_ key: String) -> String? { if case .text(let text)? = values[key], !text.isEmpty { text } else { nil } }

  /// The elements of a list; a single word is a list of one.
  func list(_ key: String) -> [String] {
    switch values[key] {
    case .text(let text): text.isEmpty ? [] : [text]
    case .list(let list): list
    case nil: []
    }
  }

  /// Whether a number is there and not 0.
  func isOn(_ key: String) -> Bool { self[key].flatMap { Int($0) }.map { $0 != 0 } ?? false }
}

/// Takes assignments off a text, one after the other.
private struct XMReader {
  private var rest: ArraySlice<UInt8>
  /// Counted from 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private var refusal: XMSettings.SyntaxError { XMSettings.SyntaxError(line: line) }

  /// The next assignment; nil at the end.
  mutating func next() throws(XMSettings.SyntaxError) -> (String, XMSettings.Value)? {
    skip(lines: true)
    guard !rest.isEmpty else { return nil }
    let key = take { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    guard let first = key.utf8.first, !first.isDigit else { throw refusal }
    skip(lines: false)
    guard rest.popFirst() == UInt8(ascii: "=") else { throw refusal }
    skip(lines: false)
    let value: XMSettings.Value
    if rest.first == UInt8(ascii: "[") {
      rest.removeFirst()
      value = .list(try elements())
    } else {
      value = .text(try word())
    }
    skip(lines: false)
    guard rest.isEmpty || rest.first == UInt8(ascii: "\n") || rest.first == UInt8(ascii: ";") else { throw refusal }
    if rest.first == UInt8(ascii: ";") { rest.removeFirst() }
    return (key, value)
  }

  private mutating func elements() throws(XMSettings.SyntaxError) -> [String] {
    var elements: [String] = []
    while true {
      skip(lines: true)
      if rest.first == UInt8(ascii: "]") { break }
      elements.append(try word())
      skip(lines: true)
      if rest.first == UInt8(ascii: ",") { rest.removeFirst() } else { break }
    }
    guard rest.popFirst() == UInt8(ascii: "]") else { throw refusal }
    return elements
  }

  /// A text in quotes, a number, or a name such as `None`, which is nothing.
  private mutating func word() throws(XMSettings.SyntaxError) -> String {
    guard let first = rest.first else { throw refusal }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") { return try quoted(first) }
    let word = take { $0.isLetter || $0.isDigit || "_.+-".utf8.contains($0) }
    guard !word.isEmpty else { throw refusal }
    switch word {
    case "None": return ""
    case "True": return "1"
    case "False": return "0"
    default: break
    }
    if word.hasPrefix("0x"), let number = UInt64(word.dropFirst(2), radix: 16) { return String(number) }
    guard Double(word) != nil else { throw refusal }
    return word
  }

  private mutating func quoted(_ quote: UInt8) throws(XMSettings.SyntaxError) -> String {
    rest.removeFirst()
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case quote: return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\n"): throw refusal
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst(), escaped != UInt8(ascii: "\n") else { throw refusal }
        switch escaped {
        case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(escaped)
        default: bytes += [byte, escaped]
        }
      default: bytes.append(byte)
      }
    }
    throw refusal
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(decoding: taken, as: UTF8.self)
  }

  /// Skips blanks and comments, and line ends too if `lines`.
  private mutating func skip(lines: Bool) {
    while let byte = rest.first {
      if byte == UInt8(ascii: "#") {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if byte == UInt8(ascii: "\n") {
        guard lines else { return }
        line += 1
        rest.removeFirst()
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
        rest.removeFirst()
      } else {
        return
      }
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
