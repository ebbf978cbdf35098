import Testing

@testable import LineEditor

@Suite("Where letters stand")
struct LinePictureTests {
  init() { DisplayWidth.prepareLocale() }

  private func picture(_ line: String, cursor: Int? = nil, columns: Int = 10, prompt: String = "# ") -> LinePicture {
    let letters = Array(line.unicodeScalars)
    return LinePicture(columns: columns, prompt: EditorPrompt(prompt), line: letters, cursor: cursor ?? letters.count)
  }

  @Test(
    "the end of a line",
    arguments: [
      ("", 0, 2), ("abc", 0, 5), ("12345678", 1, 0), ("123456789", 1, 1), ("漢字", 0, 6), ("1234567漢", 1, 2), ("a\tb", 0, 9),
      ("a\nb", 1, 1), ("12345678\nb", 1, 1), ("\u{1}", 0, 4), ("\u{7f}", 0, 4), ("\u{85}", 0, 4), ("e\u{301}", 0, 3),
    ])
  func end(line: String, row: Int, column: Int) {
    #expect(picture(line).end == LinePicture.Place(row: row, column: column))
  }

  @Test("the cursor before a wide letter that does not fit stands where the letter does")
  func cursor() {
    #expect(picture("1234567漢", cursor: 7).cursor == LinePicture.Place(row: 1, column: 0))
    #expect(picture("abc", cursor: 1).cursor == LinePicture.Place(row: 0, column: 3))
    #expect(picture("a\nb", cursor: 2).cursor == LinePicture.Place(row: 1, column: 0))
  }

  @Test(
    "the cursor's row after the terminal has broken the lines anew",
    arguments: [
      ("1234567890123", 13, 10, 5, 2), ("1234567890123", 13, 10, 20, 0), ("1234567890123", 3, 10, 5, 1), ("ab\ncd", 5, 10, 4, 1),
      ("1234567漢字", 9, 10, 20, 0), ("", 0, 10, 5, 0),
      ("12345678", 8, 10, 20, 0), ("12345678", 8, 10, 10, 0), ("12345678", 8, 10, 5, 1), ("12345", 5, 10, 7, 0),
      ("12345678ab", 8, 10, 5, 2),
    ])
  func reflow(line: String, cursor: Int, columns: Int, newColumns: Int, row: Int) {
    #expect(picture(line, cursor: cursor, columns: columns).cursorRow(reflowedTo: newColumns) == row)
  }

  @Test("on the narrowest terminal, too")
  func narrow() {
    #expect(picture("漢漢", columns: 2).end.row == 3)
    #expect(picture("漢漢", columns: 1).end.row == 3)
  }

  @Test(
    "what cannot be shown as it is", arguments: [("\u{202e}", "\\U+202e"), ("\u{1}", "^A"), ("\u{7f}", "^?"), ("e\u{301}", "e\u{301}")])
  func shown(line: String, text: String) {
    #expect(picture(line, columns: 80).cells.map(\.text).joined() == "# " + text)
  }
}

@Suite("Prompts")
struct PromptTests {
  init() { DisplayWidth.prepareLocale() }

  @Test(
    "literal text hangs on a letter",
    arguments: [
      ("a> ", "a|>| ", "a> "), ("\u{1}R\u{1}a\u{1}N\u{1}> ", "Ra|N>| ", "a> "), ("\u{1}A\u{1}\u{1}B\u{1}x", "ABx", "x"),
      ("ab\u{1}N\u{1}", "a|Nb", "ab"), ("a\u{1b}b\n", "a|?|b|?", "a?b?"), ("e\u{301}", "e|?", "e?"), ("\u{1}N\u{1}", "", ""),
      ("a\u{1}open", "opena", "a"), ("漢", "漢", "漢"),
    ])
  func normal(prompt: String, text: String, visible: String) {
    #expect(EditorPrompt(prompt).letters.map { "\($0.before)\($0.scalar)" }.joined(separator: "|") == text)
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
