/// What a peer printed instead of speaking the protocol, made fit to be shown on a terminal.
struct ForeignText {
  /// The most characters shown.
  static let limit = 200

  /// The text on one line: without escape sequences and control characters, blanks and line ends as one blank each.
  let shown: String
  /// What it probably means.
  let meaning: String

  init(_ bytes: some Sequence<UInt8>) {
    let text = Self.clean(String(decoding: Self.printed(Array(bytes)), as: UTF8.self))
    shown = text.count > Self.limit ? text.prefix(Self.limit) + "…" : text
    meaning =
      if text.hasPrefix("SSH-") {
        "an ssh server answers at this port: use a URI with +ssh"
      } else if text.hasPrefix("HTTP/") || text.hasPrefix("<") {
        "a web server answers at this port: wrong port or host"
      } else {
        "a shell start file or a forced command that prints, or a wrong port"
      }
  }

  /// What stands in front of the protocol, if that comes after all: whole lines.
  private static func printed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let zero = bytes.firstIndex(of: 0) else { return bytes[...] }
    let text = bytes[..<zero]
    return text.lastIndex(of: UInt8(ascii: "\n")).map { text[...$0] } ?? text
  }

  /// Whether bytes can be the beginning of a text in UTF-8 with no control characters but blanks and escapes.
  static func canBegin(with bytes: some Sequence<UInt8>) -> Bool {
    var continuations = 0
    for byte in bytes {
      switch byte {
      case 0x20...0x7e, 0x09, 0x0a, 0x0d, 0x1b:
        guard continuations == 0 else { return false }
      case 0x80...0xbf:
        guard continuations > 0 else { return false }
        continuations -= 1
      case 0xc2...0xf4:
        guard continuations == 0 else { return false }
        continuations = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
      default:
        return false
      }
    }
    return true
  }

  /// Lines as they are, but without what a terminal could obey.
  static func harmless(_ bytes: some Sequence<UInt8>) -> String {
    let lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      clean(String(decoding: $0, as: UTF8.self), keepingBlanks: true)
    }
    return String(lines.joined(separator: "\n").reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func clean(_ text: String, keepingBlanks: Bool = false) -> String {
    var result = ""
    var scalars = text.unicodeScalars.makeIterator()
    var isBlankPending = false
    while let scalar = scalars.next() {
      if scalar == "\u{1b}" {
        skipEscapeSequence(&scalars)
        continue
      }
      if keepingBlanks, scalar == " " || scalar == "\t" {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard !scalar.properties.isWhitespace else {
        isBlankPending = !result.isEmpty
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .unassigned, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: continue
      default: break
      }
      if isBlankPending { result += " " }
      isBlankPending = false
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Passes over an escape sequence: CSI up to its final character, OSC up to BEL or ESC, others of two characters.
  private static func skipEscapeSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    guard let kind = scalars.next() else { return }
    guard kind == "[" || kind == "]" else { return }
    while let scalar = scalars.next() {
      if kind == "[", (0x40...0x7e).contains(scalar.value) { return }
      if kind == "]", scalar == "\u{7}" || scalar == "\\" { return }
    }
  }
}
