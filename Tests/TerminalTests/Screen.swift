/// A small terminal: what a program that writes to an xterm leaves on the screen.
///
/// It knows what libedit and virtsh send. Anything else is kept in ``unknown``, so that a test can say so.
struct Screen {
  let columns: Int
  let rows: Int
  private(set) var unknown: [String] = []
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  init(columns: Int = 80, rows: Int = 24) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines down to the last that has something on it; blanks at their ends are dropped.
  var lines: [String] {
    var lines = cells.map { row in
      var text = String(row.filter { $0 != Self.continuation })
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The line the cursor is on, as far as the cursor.
  var lineToCursor: String { String(cells[row].prefix(column).filter { $0 != Self.continuation }) }

  var text: String { lines.joined(separator: "\n") }

  /// What stands in the second cell of a wide letter.
  private static let continuation: Character = "\u{0}"

  mutating func write(_ bytes: [UInt8]) {
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
    case 0x07: break
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
      if column + (isWide ? 2 : 1) > columns {
        column = 0
        lineFeed()
      }
      cells[row][column] = Character(scalar)
      column += 1
      if isWide {
        cells[row][column] = Self.continuation
        column += 1
      }
    }
    return length
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func escape() -> Int? {
    guard pending.count >= 2 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else {
      unknown.append("ESC \(pending[1])")
      return 2
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
    case "J" where parameters.isEmpty: for line in row..<rows { erase(line, from: line == row ? column : 0) }
    case "P": replaceRest(with: cells[row].dropFirst(column + count))
    case "@": replaceRest(with: repeatElement(" ", count: count) + cells[row].dropFirst(column))
    // Colours, and switching modes such as bracketed paste, change no text.
    case "m", "h", "l": break
    default: unknown.append("CSI \(parameters)\(UnicodeScalar(pending[end]))")
    }
    return end + 1
  }

  /// Puts letters at the cursor; blanks follow, and what goes over the edge is gone.
  private mutating func replaceRest(with letters: some Sequence<Character>) {
    let line = cells[row].prefix(column) + letters + repeatElement(" ", count: columns)
    cells[row] = Array(line.prefix(columns))
  }

  private mutating func erase(_ line: Int, from start: Int) {
    for place in start..<columns { cells[line][place] = " " }
  }
}
