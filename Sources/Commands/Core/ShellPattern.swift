/// A pattern as shells have it: `*` for any characters, `?` for one, `[a-c]` for one of these, `[!a-c]` for one of the others. A
/// backslash takes what follows as it is.
struct ShellPattern {
  /// What one character has to be.
  private enum Piece {
    case anything
    case one
    case this(Unicode.Scalar)
    case among([Range], isNegated: Bool)

    func fits(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .anything: false
      case .one: true
      case .this(let wanted): wanted == scalar
      case .among(let ranges, let isNegated): ranges.contains { $0.first <= scalar && scalar <= $0.last } != isNegated
      }
    }
  }

  /// The first and the last of some characters; none where they are the wrong way round.
  private struct Range {
    let first: Unicode.Scalar
    let last: Unicode.Scalar
  }

  private let pieces: [Piece]
  private let ignoresCase: Bool

  /// A pattern for a whole text.
  init(_ text: String, ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    pieces = Self.pieces(of: Array((ignoresCase ? text.lowercased() : text).unicodeScalars)[...])
  }

  /// What fits every text that contains this one, whatever its case.
  init(containing text: String) {
    ignoresCase = true
    pieces = [.anything] + text.lowercased().unicodeScalars.map(Piece.this) + [.anything]
  }

  /// Whether a shell would look for files. A bracket that is never closed is only itself.
  static func isPattern(_ text: String) -> Bool {
    let bytes = text.utf8
    if bytes.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) { return true }
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")) else { return false }
    return bytes[bytes.index(after: open)...].contains(UInt8(ascii: "]"))
  }

  /// Whether it fits the whole text. The time is at worst the product of both lengths.
  func matches(_ text: String) -> Bool {
    let text = Array((ignoresCase ? text.lowercased() : text).unicodeScalars)
    var (place, index) = (0, 0)
    // Where the last `*` is, and how much it has swallowed so far.
    var star: (index: Int, place: Int)?
    while place < text.count {
      if index < pieces.count, case .anything = pieces[index] {
        star = (index, place)
        index += 1
      } else if index < pieces.count, pieces[index].fits(text[place]) {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.index, last.place + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pieces[index...].allSatisfy { if case .anything = $0 { true } else { false } }
  }

  private static func pieces(of text: ArraySlice<Unicode.Scalar>) -> [Piece] {
    var (rest, pieces) = (text, [Piece]())
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": pieces.append(.anything)
      case "?": pieces.append(.one)
      case "[":
        if let set = set(in: &rest) { pieces.append(set) } else { pieces.append(.this("[")) }
      case "\\": pieces.append(.this(rest.popFirst() ?? "\\"))
      default: pieces.append(.this(scalar))
      }
    }
    return pieces
  }

  /// What stands behind a `[`, which is taken with its `]`; nil without one. A `]` in the first place is one of the characters.
  private static func set(in text: inout ArraySlice<Unicode.Scalar>) -> Piece? {
    var rest = text
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [Range] = []
    while let scalar = rest.popFirst() {
      if scalar == "]", !ranges.isEmpty {
        text = rest
        return .among(ranges, isNegated: isNegated)
      }
      let first = scalar == "\\" ? rest.popFirst() ?? scalar : scalar
      var last = first
      if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest.removeFirst(2)
        last = end == "\\" ? rest.popFirst() ?? end : end
      }
      ranges.append(Range(first: first, last: last))
    }
    return nil
  }
}
