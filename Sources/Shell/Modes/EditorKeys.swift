/// The control keys of virsh's line editor that piped input may hold: the editor acts on them there, too, and draws what it does.
///
/// Of the editor's keys those that move and delete are known; others ring its bell, as keys do that are bound to nothing.
struct EditorKeys {
  private(set) var line: [Character] = []
  private(set) var cursor = 0
  /// How often the bell rang.
  private(set) var bells = 0
  /// Whether the input ends with this line, which is none.
  private(set) var isEnd = false
  /// The keys that follow what was taken.
  private var keys: ArraySlice<Character>
  private var killed: [Character] = []
  private var isKilling = false

  /// Whether a line has keys that are no text.
  static func areIn(_ line: String) -> Bool { line.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F } }

  /// The keys of a line.
  init(_ raw: String) { keys = raw.unicodeScalars.map(Character.init)[...] }

  /// Text up to the cursor, which a tab completes.
  var head: String { String(line[..<cursor]) }

  /// Puts a completed text in the place of ``head``.
  mutating func replaceHead(_ text: String, bells: Int) {
    let scalars = text.unicodeScalars.map(Character.init)
    line.replaceSubrange(..<cursor, with: scalars)
    cursor = scalars.count
    self.bells += bells
  }

  /// What came of a key. A tab is the caller's to act on; behind the last key comes the end.
  enum Step { case edited, tab, end }

  /// Takes the next key.
  mutating func step() -> Step {
    guard !isEnd, let key = keys.popFirst() else { return .end }
    let wasKilling = isKilling
    isKilling = false
    switch key {
    case "\t": return .tab
    case "\u{1B}": escape(wasKilling)
    case "\u{16}", "\u{11}": if let next = keys.popFirst() { insert([next]) }
    case "\u{04}" where line.isEmpty: isEnd = true
    default: control(key, wasKilling)
    }
    return .edited
  }

  private mutating func control(_ key: Character, _ wasKilling: Bool) {
    switch key {
    case "\0": break
    case "\u{01}": cursor = 0
    case "\u{02}": move(by: -1)
    case "\u{04}": if cursor < line.count { line.remove(at: cursor) } else { bells += 1 }
    case "\u{05}": cursor = line.count
    case "\u{06}": move(by: 1)
    case "\u{08}", "\u{7F}":
      if cursor > 0 { line.remove(at: cursor - 1) } else { bells += 1 }
      cursor = max(0, cursor - 1)
    case "\u{0B}": kill(cursor..<line.count, wasKilling)
    case "\u{15}": if cursor > 0 { kill(0..<cursor, wasKilling) } else { bells += 1 }
    case "\u{17}": killWord(wasKilling) { $0 != " " && $0 != "\t" }
    case "\u{19}": insert(killed)
    case _ where key < " ": bells += 1
    default: insert([key])
    }
  }

  private mutating func escape(_ wasKilling: Bool) {
    guard let first = keys.popFirst() else { return }
    if first == "\u{7F}" || first == "\u{08}" { return killWord(wasKilling) { $0.isLetter || $0.isNumber } }
    guard first == "[" || first == "O", let last = keys.popFirst() else {
      bells += 1
      return
    }
    switch last {
    case "C": move(by: 1)
    case "D": move(by: -1)
    case "H": cursor = 0
    case "F": cursor = line.count
    case "3" where keys.first == "~":
      keys.removeFirst()
      control("\u{04}", false)
    default: bells += 1
    }
  }

  private mutating func move(by count: Int) {
    if (0...line.count).contains(cursor + count) { cursor += count } else { bells += 1 }
  }

  private mutating func insert(_ text: [Character]) {
    line.insert(contentsOf: text, at: cursor)
    cursor += text.count
  }

  /// Deletes what `insert` can bring back, together with what was deleted just before.
  private mutating func kill(_ range: Range<Int>, _ wasKilling: Bool) {
    let text = Array(line[range])
    if !wasKilling { killed = [] }
    killed = range.lowerBound < cursor ? text + killed : killed + text
    line.removeSubrange(range)
    cursor = range.lowerBound
    isKilling = true
  }

  private mutating func killWord(_ wasKilling: Bool, _ isOfWord: (Character) -> Bool) {
    guard cursor > 0 else {
      bells += 1
      return
    }
    var start = cursor
    while start > 0, !isOfWord(line[start - 1]) { start -= 1 }
    while start > 0, isOfWord(line[start - 1]) { start -= 1 }
    kill(start..<cursor, wasKilling)
  }
}
