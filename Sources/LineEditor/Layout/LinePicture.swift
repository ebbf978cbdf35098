/// Prompt and line, cut into what stands in each place of a screen.
///
/// A letter at the right edge is followed by the one that begins the next row without a word from us: the terminal itself goes
/// over the edge, and remembers that both rows are one line when its size changes. Tabs become blanks up to the next eighth
/// column, controls `^X`, what the locale cannot show `\U+…`, and blanks fill the edge before a wide letter that does not fit.
struct LinePicture: Equatable {
  /// A place on the screen, counted from where the prompt begins.
  struct Place: Hashable, Comparable {
    var row = 0
    var column = 0

    static func < (left: Place, right: Place) -> Bool { (left.row, left.column) < (right.row, right.column) }
  }

  /// What is sent for one place or two of them.
  struct Cell: Equatable {
    /// A letter with its marks; nothing for the end of a line.
    var text: String
    let width: Int
    let place: Place

    var isLineBreak: Bool { width == 0 }
  }

  let columns: Int
  private(set) var cells: [Cell] = []
  /// Behind the last letter.
  private(set) var end = Place()
  /// Where the cursor stands.
  private(set) var cursor = Place()
  /// How many cells stand before the cursor.
  private var cursorIndex = 0

  /// Prompt and line with the cursor before the letter at `cursor`, or else behind the line.
  init(columns: Int, prompt: EditorPrompt, line: some Sequence<Unicode.Scalar>, cursor: Int) {
    self.columns = max(2, columns)
    for letter in prompt.letters { put(letter.scalar, before: letter.before) }
    var index = 0
    var isMarked = false
    for letter in line {
      if index == cursor {
        if letter == "\n" {
          markEnd()
          isMarked = true
          put(letter)
          index += 1
          continue
        }
        if let width = DisplayWidth.of(letter), width > 1 { fillEdge(for: width) }
        markCursor()
        isMarked = true
      }
      put(letter)
      index += 1
    }
    if !isMarked { markEnd() }
  }

  /// The place of a cell, or the end.
  func place(of index: Int) -> Place { index < cells.count ? cells[index].place : end }

  /// Whether a place in the first column is reached by going over the edge of the row before, not by a line's end.
  func isWrap(at index: Int) -> Bool { index > 0 && place(of: index).column == 0 && !cells[index - 1].isLineBreak }

  /// The first cell of a row or of one below it.
  func firstCell(inRow row: Int) -> Int { row == 0 ? 0 : cells.firstIndex { $0.place.row >= row } ?? cells.count }

  /// The cursor's row, counted from `top`, after the terminal has become `newColumns` wide and broken its lines anew.
  func cursorRow(reflowedTo newColumns: Int, from top: Int = 0) -> Int {
    let limit = max(2, newColumns)
    var place = Place()
    let first = firstCell(inRow: top)
    for index in first..<max(first, cursorIndex) {
      if cells[index].isLineBreak {
        place = Place(row: place.row + 1)
      } else {
        if place.column + cells[index].width > limit { place = Place(row: place.row + 1) }
        place.column += cells[index].width
      }
    }
    // Behind the last letter of a line the cursor stays on that letter's row.
    guard cursorIndex < cells.count, !cells[cursorIndex].isLineBreak else { return place.row }
    return place.column + cells[cursorIndex].width > limit ? place.row + 1 : place.row
  }

  /// Where the terminal's cursor is behind the last letter: it goes over the edge only with the next one.
  var endOnScreen: Place { isWrap(at: cells.count) ? Place(row: end.row - 1, column: columns - 1) : end }

  private mutating func markEnd() {
    cursor = endOnScreen
    cursorIndex = cells.count
  }

  private mutating func markCursor() {
    cursor = end
    cursorIndex = cells.count
  }

  private mutating func put(_ letter: Unicode.Scalar, before: String = "") {
    switch letter.value {
    case 0x09: repeat { append(" ") } while end.column % 8 != 0
    case 0x0a:
      // A row that is full to its edge ends there.
      let place = isWrap(at: cells.count) ? Place(row: end.row - 1, column: columns) : end
      cells.append(Cell(text: "", width: 0, place: place))
      end = Place(row: place.row + 1)
    case ..<0x20, 0x7f..<0xa0:
      append("^")
      append(Unicode.Scalar(letter.value ^ 0x40).map { String($0) } ?? "?")
    default:
      guard let width = DisplayWidth.of(letter), !letter.isInvisibleControl else {
        let digits = String(letter.value, radix: 16)
        for digit in "\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits { append(String(digit)) }
        return
      }
      if width > 0 {
        append(before + String(letter), width)
      } else if let last = cells.last, !last.isLineBreak {
        cells[cells.count - 1].text.unicodeScalars.append(letter)
      } else {
        append(" " + String(letter))
      }
    }
  }

  private mutating func append(_ text: String, _ width: Int = 1) {
    fillEdge(for: width)
    cells.append(Cell(text: text, width: width, place: end))
    end.column += width
    if end.column >= columns { end = Place(row: end.row + 1) }
  }

  private mutating func fillEdge(for width: Int) {
    while end.column + width > columns { append(" ") }
  }
}
