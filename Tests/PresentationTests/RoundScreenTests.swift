import Presentation
import Testing

@Suite struct RoundScreenTests {
  private func round(_ lines: [String], number: Int = 1, diagnostics: [Diagnostic] = []) -> Round {
    Round(number: number, title: "Every 2 s: list", place: "test:///default", time: "12:00", answer: Lines(lines), diagnostics: diagnostics)
  }

  /// What is drawn for the last of several rounds, with marks as `[` and `]`, the ends of lines left out.
  private func last(_ rounds: [[String]], columns: Int = 40, rows: Int = 10) -> [String] {
    var screen = RoundScreen()
    var bytes: [UInt8] = []
    for lines in rounds { bytes = screen.draw(round(lines), columns: columns, rows: rows, isQuiet: true) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{1b}[H") && text.hasSuffix("\u{1b}[J"))
    return text.dropFirst(3).dropLast(3).replacing("\u{1b}[7m", with: "[").replacing("\u{1b}[27m", with: "]").replacing(
      "\u{1b}[K", with: ""
    )
    .split(separator: "\r\n").map(String.init)
  }

  @Test func aFrame() {
    var screen = RoundScreen()
    let first = String(decoding: screen.draw(round(["a"]), columns: 40, rows: 10, isQuiet: false), as: UTF8.self)
    #expect(first == "\u{1b}[HEvery 2 s: list   test:///default  12:00\r\n\u{1b}[K\r\na\u{1b}[K\r\n\u{1b}[J")
  }

  @Test(
    arguments: [
      ([["1 test running"], ["1 test running"]], ["1 test running"]),
      ([["1 test running"], ["1 test paused"]], ["1 test [paused]"]),
      // What moves because a column became wider has not changed.
      ([["1 a on", "2 b on"], ["1   a   on", "20  b   on"]], ["1   a   on", "[20]  b   on"]),
      ([["1 a on", "2 b on"], ["1 a on", "3 c up", "2 b on"]], ["1 a on", "[3] [c] [up]", "2 b on"]),
      ([["1 a on", "2 b on"], ["2 b on"]], ["2 b on"]),
      ([["------"], ["----------"]], ["----------"]), ([["running"], ["paused"]], ["[paused]"]), ([["a"], []], []),
      ([["a b"], ["a b c"]], ["a b [c]"]),
    ] as [([[String]], [String])])
  func marks(rounds: [[String]], expected: [String]) {
    #expect(last(rounds) == expected)
  }

  @Test func whatDoesNotFitIsCut() {
    #expect(last([["abcdefgh ij"]], columns: 10) == ["abcdefgh i"])
    #expect(last([["日本語日本語"]], columns: 5) == ["日本"])
    #expect(last([(1...9).map(String.init)], rows: 5) == ["1", "2", "3", "… 6 more lines"])
    #expect(last([["a\tb"]]) == ["a       b"])
  }

  @Test func nothingSteersTheTerminal() {
    var screen = RoundScreen()
    let drawn = screen.draw(
      round(["\u{1b}[2J"], diagnostics: [Diagnostic("no\u{1b}c")]), columns: 40, rows: 10, isQuiet: true)
    #expect(String(decoding: drawn, as: UTF8.self) == "\u{1b}[H\\x1b[2J\u{1b}[K\r\nerror: no\\x1bc\u{1b}[K\r\n\u{1b}[J")
  }
}
