/// A line of a screen, cut into words and the blanks between them.
struct ScreenLine: Hashable {
  /// Words and blanks in turn.
  let pieces: [Substring]

  init(_ text: some StringProtocol) {
    var pieces: [Substring] = []
    var rest = Substring(text)
    while let first = rest.first {
      let piece = rest.prefix { ($0 == " ") == (first == " ") }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    self.pieces = pieces
  }

  /// The words alone.
  var words: [Substring] { pieces.filter { $0.first != " " } }

  /// Whether the line is a rule: its length says nothing.
  var isRule: Bool { pieces.count == 1 && pieces[0].utf8.count > 3 && pieces[0].utf8.allSatisfy { $0 == UInt8(ascii: "-") } }

  /// How many words stand where they stand in another line.
  func common(with other: ScreenLine) -> Int { zip(words, other.words).count { $0 == $1 } }
}
