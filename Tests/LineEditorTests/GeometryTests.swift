import Testing

@testable import LineEditor

@Suite("Where libedit puts letters")
struct GeometryTests {
  init() { DisplayWidth.prepareLocale() }

  private func geometry(_ line: String, cursor: Int? = nil, columns: Int = 10, prompt: String = "# ") -> LineGeometry {
    let letters = Array(line.unicodeScalars)
    return LineGeometry(columns: columns, prompt: prompt, line: letters, cursor: cursor ?? letters.count)
  }

  @Test(
    "the end of a line",
    arguments: [
      ("", 0, 2), ("abc", 0, 5), ("12345678", 1, 0), ("123456789", 1, 1), ("漢字", 0, 6), ("1234567漢", 1, 2), ("a\tb", 0, 9),
      ("a\nb", 1, 1), ("12345678\nb", 2, 1), ("\u{1}", 0, 4), ("\u{7f}", 0, 4), ("\u{85}", 0, 4), ("e\u{301}", 0, 3),
    ])
  func end(line: String, row: Int, column: Int) {
    #expect(geometry(line).end == LineGeometry.Place(row: row, column: column))
  }

  @Test("the cursor before a wide letter that does not fit stands where the letter does")
  func cursor() {
    #expect(geometry("1234567漢", cursor: 7).cursor == LineGeometry.Place(row: 1, column: 0))
    #expect(geometry("abc", cursor: 1).cursor == LineGeometry.Place(row: 0, column: 3))
    #expect(geometry("a\nb", cursor: 2).cursor == LineGeometry.Place(row: 1, column: 0))
  }

  @Test(
    "the cursor's row after the terminal has broken the lines anew",
    arguments: [
      ("1234567890123", 13, 10, 5, 2), ("1234567890123", 13, 10, 20, 0), ("1234567890123", 3, 10, 5, 1), ("ab\ncd", 5, 10, 4, 1),
      ("1234567漢字", 9, 10, 20, 0), ("", 0, 10, 5, 0),
    ])
  func reflow(line: String, cursor: Int, columns: Int, newColumns: Int, row: Int) {
    #expect(geometry(line, cursor: cursor, columns: columns).cursorRow(reflowedTo: newColumns) == row)
  }

  @Test("a terminal without a size, or with an absurd one, has libedit's", arguments: [-1, 0, 1])
  func absurd(columns: Int) {
    #expect(LineGeometry(columns: columns).columns == 80)
    #expect(geometry("漢漢", columns: 2).end.row == 3)
  }
}

@Suite("Prompts for libedit")
struct PromptTests {
  init() { DisplayWidth.prepareLocale() }

  @Test(
    "literal text hangs on a letter",
    arguments: [
      ("a> ", "a> ", "a> "), ("\u{1}R\u{1}a\u{1}N\u{1}> ", "\u{1}R\u{1}a\u{1}N\u{1}> ", "a> "),
      ("\u{1}A\u{1}\u{1}B\u{1}x", "\u{1}AB\u{1}x", "x"), ("ab\u{1}N\u{1}", "a\u{1}N\u{1}b", "ab"), ("a\u{1b}b\n", "a?b?", "a?b?"),
      ("e\u{301}", "e?", "e?"), ("\u{1}N\u{1}", "", ""), ("a\u{1}open", "\u{1}open\u{1}a", "a"), ("漢", "漢", "漢"),
    ])
  func normal(prompt: String, text: String, visible: String) {
    #expect(EditorPrompt(prompt).text == text)
    #expect(EditorPrompt(prompt).visible == visible)
  }
}

@Suite("Labels in columns")
struct ColumnLayoutTests {
  init() { DisplayWidth.prepareLocale() }

  @Test(
    "they are read downwards",
    arguments: [
      (["a", "b", "c"], 80, ["a  b  c"]), (["aaa", "b", "c"], 10, ["aaa  c", "b"]), (["漢字", "ab", "c"], 12, ["漢字  c", "ab"]),
      ([], 80, []), (["abcdefghij"], 6, ["abcd…"]), (["a\u{1b}b"], 80, ["a?b"]), (["漢字漢字"], 6, ["漢字…"]),
    ])
  func rows(labels: [String], columns: Int, rows: [String]) {
    #expect(ColumnLayout.rows(labels, columns: columns) == rows)
  }

  @Test("a long list is cut")
  func long() {
    let rows = ColumnLayout.rows((0..<10_000).map { "name-\($0)" }, columns: 80)
    #expect(rows.last == "… and 9,900 more")
    #expect(rows.allSatisfy { DisplayWidth.of($0) < 80 })
  }
}
