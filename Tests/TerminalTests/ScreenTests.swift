import Glibc
import Testing

/// The line that is edited while other things happen to the screen.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ScreenTests {
  static let text = "hello wörld 漢字 abcdefghijklmnopqrstuvwxyz and the end of it"

  @Test(arguments: [20, 5]) func eventsBreakNoLine(milliseconds: Int) async throws {
    let session = try TerminalSession("editor-lab", ["events", "\(milliseconds)"], columns: 40, rows: 12)
    try await session.wait(for: "a prompt") { $0.screen.lineToCursor == "lab> " }
    for letter in Self.text {
      try session.type(String(letter))
      let count = session.screen.history.count + session.screen.lines.count
      try await session.wait(for: "another event") { $0.screen.history.count + $0.screen.lines.count > count }
    }
    try await session.wait(for: "the whole line") {
      $0.screen.lines.suffix(2) == ["lab> hello wörld 漢字 abcdefghijklmnopqr", "stuvwxyz and the end of it"]
    }
    // The cursor in the middle, a search, and a list.
    try session.type("\u{1}\u{6}\u{6}\u{12}\u{7}\u{5} domain-st\t")
    try await session.wait(for: "the list above the line") { $0.screen.lines.contains("domain-start  domain-stop") }
    try session.type("\u{1}\r")
    try await session.wait(for: "an answer") { $0.screen.lines.contains("got \"hello wörld 漢字 abcdefghijklmnopqr") }
    let others = (session.screen.history + session.screen.lines).filter { !Self.isEvent($0) }
    #expect(
      others.filter { !$0.isEmpty && !["lab>", "domain-start  domain-stop"].contains($0) } == [
        "lab> hello wörld 漢字 abcdefghijklmnopqr", "stuvwxyz and the end of it domain-st",
        "lab> hello wörld 漢字 abcdefghijklmnopqr", "stuvwxyz and the end of it domain-st",
        "got \"hello wörld 漢字 abcdefghijklmnopqr", "stuvwxyz and the end of it domain-st\"",
      ])
    #expect(session.screen.unknown == [])
  }

  private static func isEvent(_ line: String) -> Bool { line.wholeMatch(of: /event \d+: a domain's state has changed/) != nil }

  @Test func thePromptChangesUnderTheLine() async throws {
    let session = try TerminalSession("editor-lab", [])
    try await session.waitForPrompt("lab> ")
    try session.type("prompt\rabc")
    try await session.wait(for: "another prompt") { $0.screen.lineToCursor == "new> abc" }
    try session.type("\u{2}X")
    try await session.wait(for: "an edited line") { $0.screen.lines == ["lab> prompt", "new> abXc"] }
  }

  @Test func otherSizes() async throws {
    let session = try TerminalSession("virtsh", ["-q", "-c", "test:///default"], columns: 60, rows: 20)
    try await session.waitForPrompt()
    try session.type("echo before\r")
    try await session.waitForPrompt(below: "before")
    let text = "virtsh test:///default # echo " + String(repeating: "漢字 and 12345 ", count: 7) + "end"
    try session.type(String(text.dropFirst("virtsh test:///default # ".count)))
    try await session.wait(for: "the text") { $0.screen.lines.joined().hasSuffix("end") }
    try session.type(String(repeating: "\u{2}", count: 20))
    for columns in [40, 75, 41, 33, 60] {
      let erasures = session.screen.erasures
      session.resize(columns: columns, rows: 20)
      let lines = Self.wrapped("virtsh test:///default # echo before", columns) + ["before"] + Self.wrapped(text, columns)
      try await session.wait(for: "the line at \(columns) columns") { $0.screen.lines == lines && $0.screen.erasures > erasures }
    }
    try session.type("X\r")
    try await session.waitForPrompt()
    let answer = text.dropFirst("virtsh test:///default # echo ".count).replacing("345 漢字 and 12345 end", with: "X345 漢字 and 12345 end")
    // Blanks at the ends of rows cannot be seen.
    let letters = session.screen.lines.joined().replacing(" ", with: "")
    #expect(letters.hasSuffix(answer.replacing(" ", with: "") + "virtshtest:///default#"))
    #expect(session.screen.unknown == [])
  }

  /// Whatever stands at the edges, blanks and wide letters too, another size leaves nothing behind.
  @Test(arguments: ["x", " ", "漢", "ab ", "漢 "], [0, 1, 7]) func textsOfEveryLength(pattern: String, left: Int) async throws {
    let session = try TerminalSession("editor-lab", [], columns: 20, rows: 30)
    try await session.waitForPrompt("lab> ")
    try session.type("above\r")
    try await session.waitForPrompt("lab> ", below: "got \"above\"")
    var line = ""
    while line.unicodeScalars.count < 62 {
      let next = String(pattern[pattern.index(pattern.startIndex, offsetBy: line.count % pattern.count)])
      line += next
      let received = session.screen.received
      try session.type("\u{5}" + next + String(repeating: "\u{2}", count: left))
      try await session.wait(for: "the echo") { $0.screen.received > received }
      guard Self.width(of: line) > 12 else { continue }
      for columns in [9, 10, 20, 30, 20] {
        session.resize(columns: columns, rows: 30)
        let lines = Self.wrapped("lab> " + line, columns)
        let erasures = session.screen.erasures
        try await session.wait(for: "\(line.count) letters at \(columns) columns") {
          $0.screen.erasures > erasures && $0.screen.lines.drop { $0 != lines[0] } == Self.trimmed(lines)[...]
        }
        let above = session.screen.lines.prefix { $0 != lines[0] }
        try #require(above.joined() == "lab> abovegot \"above\"", "\(line.count) letters at \(columns) columns")
      }
    }
    #expect(session.screen.unknown == [])
  }

  /// Rows with nothing to be seen at the end are not part of a screen's lines.
  private static func trimmed(_ rows: [String]) -> [String] {
    var rows = rows
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  private static func width(of text: String) -> Int { text.reduce(0) { $0 + ($1 == "漢" || $1 == "字" ? 2 : 1) } }

  /// A line as a terminal breaks it.
  private static func wrapped(_ text: String, _ columns: Int) -> [String] {
    var rows = [""]
    var column = 0
    for letter in text {
      let width = letter == "漢" || letter == "字" ? 2 : 1
      if column + width > columns {
        rows.append("")
        column = 0
      }
      rows[rows.count - 1].append(letter)
      column += width
    }
    return rows.map { row in
      var row = row
      while row.hasSuffix(" ") { row.removeLast() }
      return row
    }
  }
}
