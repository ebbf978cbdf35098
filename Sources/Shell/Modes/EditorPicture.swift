/// What virsh's line editor writes to show a line that changes under its keys: as little as it finds to be needed, which depends on the
/// terminal. A character is taken to be one column wide, one that controls as two.
struct EditorPicture {
  private(set) var output = ""
  private let prompt: [Character]
  private let isDumb: Bool
  private var shown: [Character] = []
  /// The column, counted from the left edge.
  private var column: Int

  /// A picture of an empty line behind a prompt that is written already.
  init(behind prompt: String, isDumb: Bool) {
    self.prompt = Array(prompt)
    self.isDumb = isDumb
    column = self.prompt.count
  }

  /// Shows a line with the cursor at a place of it.
  mutating func show(_ line: [Character], cursor: Int) {
    change(to: line.flatMap(Self.visible))
    move(to: prompt.count + line[..<cursor].flatMap(Self.visible).count)
  }

  private static func visible(_ character: Character) -> [Character] {
    guard let code = character.asciiValue, code < 0x20 || code == 0x7F else { return [character] }
    return ["^", Character(Unicode.Scalar(code ^ 0x40))]
  }

  private mutating func change(to line: [Character]) {
    guard line != shown else { return }
    let old = shown
    shown = line
    let start = zip(old, line).prefix { $0 == $1 }.count
    let most = min(old.count, line.count) - start
    var end = zip(old.reversed(), line.reversed()).prefix(most).prefix { $0 == $1 }.count
    // Equal ends are not looked for unless there is a blank in them.
    if !line.suffix(end).contains(" ") { end = 0 }
    let text = line[start..<(line.count - end)]
    let growth = line.count - old.count
    move(to: prompt.count + start)
    if growth > 0 {
      if end > 0, !isDumb {
        output += "\u{1B}[\(growth)@"
        write(text)
      } else {
        write(line[start...])
      }
    } else if !isDumb, 2 * text.count >= -growth {
      if growth < 0 { output += "\u{1B}[\(-growth)P" }
      write(text)
    } else {
      write(line[start...])
      if growth < 0, !isDumb { output += "\u{1B}[K" }
      if growth < 0, isDumb { write(Array(repeating: " ", count: -growth)[...]) }
    }
  }

  private mutating func write(_ text: ArraySlice<Character>) {
    output += String(text)
    column += text.count
  }

  private mutating func move(to wanted: Int) {
    guard wanted != column else { return }
    if wanted == 0 || wanted + 1 < column - wanted {
      output += "\r"
      column = 0
    }
    if wanted < column {
      output += String(repeating: "\u{08}", count: column - wanted)
    } else if wanted > column {
      output += isDumb ? "\r" + String((prompt + shown).prefix(wanted)) : String(repeating: "\u{1B}[C", count: wanted - column)
    }
    column = wanted
  }
}
