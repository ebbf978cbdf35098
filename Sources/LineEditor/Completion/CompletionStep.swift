/// What the Tab key does to a line.
enum CompletionStep: Equatable {
  /// The last `removing` letters before the cursor make place for `text`.
  case replace(removing: Int, text: String)
  /// The ways to go on are listed.
  case list([String])
  /// There is none.
  case beep

  /// The step from a line up to the cursor and what may become of it.
  init(_ line: String, _ completion: LineCompletion) {
    let bytes = line.utf8
    guard let first = completion.candidates.first, (0...bytes.count).contains(completion.start),
      let typed = String(bytes.suffix(bytes.count - completion.start))
    else {
      self = .beep
      return
    }
    if completion.candidates.count == 1 {
      self = Self.replacing(typed, with: first.isWhole ? first.text + " " : first.text)
      return
    }
    let common = Self.commonBeginning(completion.candidates.map(\.text))
    if common.count > typed.count || common.count == typed.count && common != typed {
      self = Self.replacing(typed, with: common)
    } else {
      self = .list(completion.candidates.map(\.label))
    }
  }

  /// Only what differs is exchanged, so that nothing flickers.
  private static func replacing(_ typed: String, with text: String) -> CompletionStep {
    let text = DisplayWidth.showable(text)
    let kept = zip(typed.unicodeScalars, text.unicodeScalars).prefix { $0 == $1 }.count
    let removed = typed.unicodeScalars.count - kept
    let added = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(kept)))
    return removed == 0 && added.isEmpty ? .beep : .replace(removing: removed, text: added)
  }

  /// What all texts begin with; a letter with its marks, or a backslash with what it quotes, is not torn apart.
  private static func commonBeginning(_ texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var common = first[...]
    for text in texts.dropFirst() {
      let length = zip(common, text).prefix { $0 == $1 }.count
      common = common.prefix(length)
    }
    let backslashes = common.reversed().prefix { $0 == "\\" }.count
    if backslashes % 2 == 1, texts.contains(where: { $0.count > common.count }) { common = common.dropLast() }
    return String(common)
  }
}
