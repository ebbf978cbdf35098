/// A prompt: text between two `\u{1}` is sent as it is and takes no room.
///
/// Such text belongs to the letter behind it, so that both are sent together; pieces that touch become one, and one at the very
/// end moves before the last letter. Control characters outside of them are shown as `?`.
struct EditorPrompt: Equatable {
  /// A letter, and what is sent before it.
  struct Letter: Equatable {
    var before: String
    let scalar: Unicode.Scalar
  }

  private(set) var letters: [Letter] = []

  init(_ prompt: String) {
    var pending = ""
    for (index, part) in prompt.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
      guard index % 2 == 0 else {
        pending += part
        continue
      }
      for scalar in part.unicodeScalars {
        let isShowable = DisplayWidth.of(scalar).map { $0 > 0 } ?? false
        letters.append(Letter(before: pending, scalar: isShowable && !scalar.isInvisibleControl ? scalar : "?"))
        pending = ""
      }
    }
    if !pending.isEmpty, !letters.isEmpty { letters[letters.count - 1].before += pending }
  }

  /// The part that takes room.
  var visible: String { String(String.UnicodeScalarView(letters.map(\.scalar))) }
}
