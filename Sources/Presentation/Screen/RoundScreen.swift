/// Draws rounds on a terminal, each over the one before, with what changed in reverse.
public struct RoundScreen: Sendable {
  private var last: [ScreenLine]?

  /// Nothing was drawn yet.
  public init() {}

  /// What brings a round on a screen of that size. Lines that are too long are cut, and those that are too many are counted.
  public mutating func draw(_ round: Round, columns: Int, rows: Int, isQuiet: Bool) -> [UInt8] {
    var page = Page(PageOptions(isQuiet: isQuiet, isTerminal: true, width: columns))
    round.answer?.write(on: &page)
    if page.bytes.last.map({ $0 != UInt8(ascii: "\n") }) == true { page.line() }
    for diagnostic in round.diagnostics { page.append(diagnostic.bytes) }
    var texts = page.text.split(separator: "\n", omittingEmptySubsequences: false)
    while texts.last?.isEmpty == true { texts.removeLast() }
    let head = isQuiet ? [] : [Self.header(of: round, columns: columns), ""]
    // The cursor rests on the line below.
    let room = max(1, rows - 1 - head.count)
    var foot: [String] = []
    if texts.count > room {
      foot = ["… \(texts.count - room + 1) more lines"]
      texts.removeLast(texts.count - room + 1)
    }
    let lines = texts.map { ScreenLine(Self.withoutTabs($0)) }
    let changes = last.map { ChangedWords.find(in: lines, since: $0) }
    last = lines

    var bytes = Array("\u{1b}[H".utf8)
    for line in head { Self.append(ScreenLine(line), changes: nil, columns: columns, to: &bytes) }
    for (index, line) in lines.enumerated() { Self.append(line, changes: changes?[index], columns: columns, to: &bytes) }
    for line in foot { Self.append(ScreenLine(line), changes: nil, columns: columns, to: &bytes) }
    bytes += "\u{1b}[J".utf8
    return bytes
  }

  private static func header(of round: Round, columns: Int) -> String {
    let title = sanitized(round.title, allowing: .none)
    let place = sanitized("\(round.place)  \(round.time)", allowing: .none)
    let gap = columns - displayWidth(of: title) - displayWidth(of: place)
    return title + String(repeating: " ", count: max(2, gap)) + place
  }

  private static func append(_ line: ScreenLine, changes: [Bool]?, columns: Int, to bytes: inout [UInt8]) {
    var room = columns
    var word = 0
    for piece in line.pieces where room > 0 {
      var isMarked = false
      if piece.first != " " {
        isMarked = changes?[word] == true
        word += 1
      }
      if isMarked { bytes += "\u{1b}[7m".utf8 }
      for scalar in piece.unicodeScalars {
        room -= scalar.displayWidth
        guard room >= 0 else { break }
        bytes.append(scalar, escaped: false)
      }
      if isMarked { bytes += "\u{1b}[27m".utf8 }
    }
    // A line that fills the screen leaves the cursor on its last letter, which erasing would take.
    if room > 0 { bytes += "\u{1b}[K".utf8 }
    bytes += "\r\n".utf8
  }

  private static func withoutTabs(_ line: Substring) -> String {
    guard line.utf8.contains(UInt8(ascii: "\t")) else { return String(line) }
    var text = ""
    for (index, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { text += String(repeating: " ", count: 8 - displayWidth(of: text) % 8) }
      text += part
    }
    return text
  }
}
