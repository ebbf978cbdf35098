/// A prompt as libedit takes it: text between two `\u{1}` is sent as it is and takes no room.
///
/// libedit hangs such text on the letter behind it, and loses it when there is none, or when it is not a letter. So pieces that
/// touch become one, one at the very end moves before the last letter, and control characters outside of them are shown as `?`.
struct EditorPrompt: Equatable {
  /// The text for libedit.
  let text: String
  /// The part that takes room.
  let visible: String

  init(_ prompt: String) {
    var cells: [(before: String, letter: Unicode.Scalar)] = []
    var pending = ""
    for (index, part) in prompt.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
      guard index % 2 == 0 else {
        pending += part
        continue
      }
      for letter in part.unicodeScalars {
        let isShowable = DisplayWidth.of(letter).map { $0 > 0 } ?? false
        cells.append((pending, isShowable && !letter.isInvisibleControl ? letter : "?"))
        pending = ""
      }
    }
    if !pending.isEmpty, !cells.isEmpty { cells[cells.count - 1].before += pending }
    text = cells.map { $0.before.isEmpty ? "\($0.letter)" : "\u{1}\($0.before)\u{1}\($0.letter)" }.joined()
    visible = String(String.UnicodeScalarView(cells.map(\.letter)))
  }
}
