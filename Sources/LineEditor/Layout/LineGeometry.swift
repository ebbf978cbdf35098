/// Where libedit puts each letter of prompt and line.
///
/// It breaks lines itself and believes that the terminal follows; so can we. The rules are those of its `re_addc`: tabs to the
/// next eighth column, `^X` for controls, `\U+…` for what the locale cannot show, a wide letter never across the edge.
struct LineGeometry {
  /// A place on the screen, counted from where the prompt begins.
  struct Place: Hashable {
    var row = 0
    var column = 0
  }

  let columns: Int
  /// Behind the last letter.
  private(set) var end = Place()
  /// Where the cursor was marked.
  private(set) var cursor = Place()
  /// The widths of what was put, blanks before an edge included; ``lineBreak`` for a line's end.
  private var widths: [UInt8] = []
  private var cursorIndex = 0

  private static let lineBreak: UInt8 = 0xff

  /// An empty screen. libedit takes 80 columns when the terminal says less than two.
  init(columns: Int) { self.columns = columns < 2 ? 80 : columns }

  /// Prompt and line with the cursor before the letter at `cursor`.
  init(columns: Int, prompt: String, line: some Sequence<Unicode.Scalar>, cursor: Int) {
    self.init(columns: columns)
    for letter in prompt.unicodeScalars { put(letter) }
    var index = 0
    var isMarked = false
    for letter in line {
      if index == cursor {
        mark(before: letter)
        isMarked = true
      }
      put(letter)
      index += 1
    }
    if !isMarked { mark(before: nil) }
  }

  /// The cursor's row after the terminal has become `newColumns` wide and broken its lines anew.
  func cursorRow(reflowedTo newColumns: Int) -> Int {
    let limit = newColumns < 2 ? 80 : newColumns
    var place = Place()
    for (index, width) in widths.enumerated() {
      if width == Self.lineBreak {
        if index >= cursorIndex { break }
        place = Place(row: place.row + 1)
        continue
      }
      if place.column + Int(width) > limit { place = Place(row: place.row + 1) }
      if index >= cursorIndex { break }
      place.column += Int(width)
    }
    return place.row
  }

  private mutating func mark(before letter: Unicode.Scalar?) {
    cursor = end
    cursorIndex = widths.count
    if let letter, let width = DisplayWidth.of(letter), width > 1, end.column + width > columns {
      cursor = Place(row: end.row + 1)
      cursorIndex += columns - end.column
    }
  }

  private mutating func put(_ letter: Unicode.Scalar) {
    switch letter.value {
    case 0x09: repeat { advance(1) } while end.column % 8 != 0
    case 0x0a:
      widths.append(Self.lineBreak)
      end = Place(row: end.row + 1)
    case ..<0x20, 0x7f..<0xa0: for _ in 0..<2 { advance(1) }
    default:
      if let width = DisplayWidth.of(letter) {
        advance(width)
      } else {
        for _ in 0..<(letter.value > 0xffff ? 8 : 7) { advance(1) }
      }
    }
  }

  private mutating func advance(_ width: Int) {
    while end.column + width > columns { advance(1) }
    guard width > 0 else { return }
    widths.append(UInt8(width))
    end.column += width
    if end.column >= columns { end = Place(row: end.row + 1) }
  }
}
