/// A small terminal: what a program that writes to an xterm leaves on the screen.
///
/// It knows what libedit and virtsh send. Anything else is kept in ``unknown``, so that a test can say so.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var unknown: [String] = []
  /// What has left the screen at its top.
  private(set) var history: [String] = []
  /// The private modes that are on, such as `?2004` for bracketed paste.
  private(set) var modes: Set<String> = []
  /// How often the bell rang.
  private(set) var bells = 0
  /// How many bytes came.
  private(set) var received = 0
  /// How often everything behind the cursor was erased.
  private(set) var erasures = 0
  private var cells: [[Character]]
  /// Which rows go on in the next because a letter went over the edge.
  private var isWrapped: [Bool]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Self.empty, count: columns), count: rows)
    isWrapped = Array(repeating: false, count: rows)
  }

  /// The lines down to the last that has something on it; blanks at their ends are dropped.
  var lines: [String] {
    var lines = cells.map(Self.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The line the cursor is on, as far as the cursor.
  var lineToCursor: String { String(Self.letters(of: cells[row].prefix(column))) }

  /// Whether nothing stands where the cursor is, or below.
  var isBelowText: Bool { row >= lines.count }

  var text: String { lines.joined(separator: "\n") }

  private static func text(of row: [Character]) -> String {
    var text = String(letters(of: row[...]))
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private static func letters(of row: ArraySlice<Character>) -> [Character] {
    row.filter { $0 != continuation }.map { $0 == empty ? " " : $0 }
  }

  /// What stands where nothing was written: on a screen of another size it is no part of a line, unlike a blank.
  private static let empty: Character = "\u{1}"

  /// What stands in the second cell of a wide letter.
  private static let continuation: Character = "\u{0}"

  mutating func write(_ bytes: [UInt8]) {
    received += bytes.count
    pending += bytes
    while let used = step() { pending.removeFirst(used) }
  }

  /// Handles one control, sequence or letter at the front; nil when more bytes are needed.
  private mutating func step() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1b: return escape()
    case 0x08: column = max(0, column - 1)
    case 0x0d: column = 0
    case 0x0a: lineFeed()
    case 0x07: bells += 1
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case ..<0x20: unknown.append("control \(first)")
    default: return letter(first)
    }
    return 1
  }

  private mutating func letter(_ first: UInt8) -> Int? {
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard pending.count >= length else { return nil }
    let text = String(decoding: pending.prefix(length), as: UTF8.self)
    for scalar in text.unicodeScalars {
      let isWide = (0x1100...0x115f).contains(scalar.value) || (0x2e80...0xffdc).contains(scalar.value)
      put(Character(scalar), isWide: isWide)
    }
    return length
  }

  private mutating func put(_ letter: Character, isWide: Bool) {
    if column + (isWide ? 2 : 1) > columns {
      isWrapped[row] = true
      newLine()
    }
    cells[row][column] = letter
    column += 1
    if isWide {
      cells[row][column] = Self.continuation
      column += 1
    }
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      history.append(Self.text(of: cells.removeFirst()))
      isWrapped.removeFirst()
      cells.append(Array(repeating: Self.empty, count: columns))
      isWrapped.append(false)
    }
  }

  /// Another size: lines that were broken at the edge are broken anew, as most terminals do.
  mutating func resize(columns newColumns: Int, rows newRows: Int) {
    let last = max(row, cells.lastIndex { Self.text(of: $0) != "" } ?? 0)
    var lines: [[Character]] = [[]]
    var place = (line: 0, index: 0)
    for index in 0...last {
      if index == row { place = (lines.count - 1, lines[lines.count - 1].count + column) }
      lines[lines.count - 1] += cells[index]
      if !isWrapped[index], index < last { lines.append([]) }
    }
    self = Screen(columns: newColumns, rows: newRows, after: self)
    for (number, line) in lines.enumerated() {
      var letters = line[...]
      while letters.last == Self.empty, letters.count > (number == place.line ? place.index : 0) { letters.removeLast() }
      if number > 0 { newLine() }
      var cursor: (up: Int, column: Int)?
      let rowsBefore = history.count + row
      for (index, letter) in letters.enumerated() where letter != Self.continuation {
        let isWide = index + 1 < letters.count && letters[letters.startIndex + index + 1] == Self.continuation
        put(letter, isWide: isWide)
        if number == place.line, index < place.index { cursor = (history.count + row, column) }
        // A cursor on a letter goes where that goes.
        if number == place.line, index == place.index { cursor = (history.count + row, column - (isWide ? 2 : 1)) }
      }
      if number == place.line { resized = cursor ?? (rowsBefore, 0) }
    }
    row = max(0, resized.up - history.count)
    column = resized.column
  }

  /// While the size changes: the cursor's row, counted from the top of the history, and its column.
  private var resized = (up: 0, column: 0)

  private init(columns: Int, rows: Int, after old: Screen) {
    self.init(columns: columns, rows: rows)
    (history, unknown, modes, pending) = (old.history, old.unknown, old.modes, old.pending)
    (bells, erasures, received) = (old.bells, old.erasures, old.received)
  }

  private mutating func newLine() {
    column = 0
    lineFeed()
  }

  private mutating func escape() -> Int? {
    guard pending.count >= 2 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else {
      unknown.append("ESC \(pending[1])")
      // A choice of characters has the set behind it.
      guard pending[1] == UInt8(ascii: "(") else { return 2 }
      return pending.count >= 3 ? 3 : nil
    }
    guard let end = pending[2...].firstIndex(where: { (0x40...0x7e).contains($0) }) else { return nil }
    let parameters = String(decoding: pending[2..<end], as: UTF8.self)
    let count = max(1, Int(parameters) ?? 1)
    switch Character(UnicodeScalar(pending[end])) {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H" where parameters.isEmpty: (row, column) = (0, 0)
    case "K" where parameters.isEmpty: erase(row, from: column)
    case "J" where parameters.isEmpty:
      erasures += 1
      for line in row..<rows { erase(line, from: line == row ? column : 0) }
    case "P": replaceRest(with: cells[row].dropFirst(column + count))
    case "@": replaceRest(with: repeatElement(" ", count: count) + cells[row].dropFirst(column))
    // Colours change no text.
    case "m": break
    case "h": modes.insert(parameters)
    case "l":
      modes.remove(parameters)
      // To leave origin mode moves the cursor, even outside of it.
      if parameters.hasPrefix("?"), parameters.dropFirst().split(separator: ";").contains("6") { (row, column) = (0, 0) }
    default: unknown.append("CSI \(parameters)\(UnicodeScalar(pending[end]))")
    }
    return end + 1
  }

  /// Puts letters at the cursor; blanks follow, and what goes over the edge is gone.
  private mutating func replaceRest(with letters: some Sequence<Character>) {
    let line = cells[row].prefix(column) + letters + repeatElement(Self.empty, count: columns)
    cells[row] = Array(line.prefix(columns))
  }

  private mutating func erase(_ line: Int, from start: Int) {
    for place in start..<columns { cells[line][place] = Self.empty }
    isWrapped[line] = false
  }
}
