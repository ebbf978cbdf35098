/// The line on the screen: what to send so that it becomes another.
///
/// libedit does not draw: it leaves out blanks at the ends of rows, so that nobody can tell what the terminal will make of them when
/// its size changes, and with lines that are taller than the screen, or on a screen that shrinks, it loses its place.
struct LineDisplay {
  /// What the terminal shows, with its cursor on it; nil if there is nothing yet.
  private var drawn: LinePicture?
  /// The first row of the line that is shown, of one that is taller than the screen.
  private var top = 0
  /// How many rows are shown at most.
  private var height = 1

  /// What makes the terminal show this line, on a screen with so many rows.
  mutating func draw(_ picture: LinePicture, rows: Int) -> String {
    let newTop = top(for: picture, rows: rows)
    var text = ""
    if let drawn, drawn.columns == picture.columns, newTop == top, rows == height {
      if drawn == picture { return "" }
      if let change = change(from: drawn, to: picture) {
        self.drawn = picture
        return change
      }
    }
    text = erase()
    (top, height) = (newTop, max(1, rows))
    text += tail(of: picture, from: picture.firstCell(inRow: top), erasing: false)
    drawn = picture
    return text
  }

  /// What erases the line and leaves the cursor where it began. The line may have been broken anew for other columns.
  mutating func erase(reflowedTo columns: Int? = nil, rows: Int? = nil) -> String {
    guard let drawn else { return "" }
    let row = columns.map { drawn.cursorRow(reflowedTo: $0, from: top) } ?? drawn.cursor.row - top
    forget()
    return Self.move(rows: -min(row, (rows ?? height) - 1)) + "\r\u{1b}[J"
  }

  /// What moves the cursor behind the line, which stays.
  mutating func leave() -> String {
    guard let drawn else { return "" }
    let end = drawn.endOnScreen.row <= bottom ? drawn.endOnScreen : LinePicture.Place(row: bottom, column: drawn.columns - 1)
    defer { forget() }
    return Self.move(from: drawn.cursor, to: end)
  }

  /// The line is not on the screen any more.
  mutating func forget() {
    drawn = nil
    top = 0
  }

  private var bottom: Int { top + height - 1 }

  /// The first row to show so that the cursor's row is among those that are.
  private func top(for picture: LinePicture, rows: Int) -> Int {
    let last = max(0, picture.endOnScreen.row + 1 - max(1, rows))
    let row = picture.cursor.row
    if row < min(top, last) { return row }
    return min(max(top, row + 1 - max(1, rows)), last)
  }

  /// What changes no more than is different; nil if that is above what is shown.
  private func change(from old: LinePicture, to new: LinePicture) -> String? {
    var first = 0
    let common = min(old.cells.count, new.cells.count)
    while first < common, old.cells[first] == new.cells[first] { first += 1 }
    if first == old.cells.count, first == new.cells.count { return Self.move(from: old.cursor, to: new.cursor) }
    // Only a letter that is sent goes over the edge.
    if new.isWrap(at: first) { first -= 1 }
    let start = new.place(of: first)
    guard start.row >= top else { return nil }
    guard start.row <= bottom else { return Self.move(from: old.cursor, to: new.cursor) }
    return Self.move(from: old.cursor, to: start) + tail(of: new, from: first, erasing: old.end > new.end)
  }

  /// The cells from one on, as far as they are shown, and the cursor's move to its place.
  private func tail(of picture: LinePicture, from first: Int, erasing: Bool) -> String {
    // Before the letters: at the edge the last of them would be erased too.
    var text = erasing ? "\u{1b}[J" : ""
    var here = picture.place(of: first)
    for cell in picture.cells[first...] {
      guard cell.place.row <= bottom else { break }
      here = LinePicture.Place(row: cell.place.row, column: min(cell.place.column + cell.width, picture.columns - 1))
      guard cell.isLineBreak else {
        text += cell.text
        continue
      }
      if cell.place.column < picture.columns { text += "\u{1b}[K" }
      guard cell.place.row < bottom else { break }
      text += "\r\n"
      here = LinePicture.Place(row: cell.place.row + 1)
    }
    return text + Self.move(from: here, to: picture.cursor)
  }

  private static func move(from here: LinePicture.Place, to there: LinePicture.Place) -> String {
    guard here != there else { return "" }
    return move(rows: there.row - here.row) + (there.column == 0 ? "\r" : "\u{1b}[\(there.column + 1)G")
  }

  private static func move(rows: Int) -> String { rows == 0 ? "" : "\u{1b}[\(abs(rows))\(rows < 0 ? "A" : "B")" }
}
