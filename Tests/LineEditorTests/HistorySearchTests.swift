import Testing

@testable import LineEditor

@Suite("The search through the history")
struct HistorySearchTests {
  /// `<` and `>` go on, `-` removes a letter.
  @Test(arguments: [
    ("b", "b c|bck:b", 0), ("c", "b c|bck:c", 2), ("c<", "c|bck:c", 0), ("c<<", "c|bck?c", 0), ("c<>", "b c|fwd:c", 2),
    ("d", "line|bck?d", 1),
    ("b c-", "b c|bck:b ", 0), ("a<", "a|bck:a", 0), ("<", "line|bck:", 1), ("漢", "漢漢|bck:漢", 1), ("cx-", "b c|bck:c", 2),
    ("c-", "line|bck:", 1),
  ])
  func keys(_ keys: String, shown: String, cursor: Int) {
    var search = HistorySearch(entries: ["b c", "漢漢", "a b", "a", "c"], line: (Array("line".unicodeScalars), 1))
    for key in keys.unicodeScalars {
      switch key {
      case "<": _ = search.goOn(older: true)
      case ">": _ = search.goOn(older: false)
      case "-": _ = search.removeLast()
      default: _ = search.append(key)
      }
    }
    #expect(String(String.UnicodeScalarView(search.shown.letters)) == shown.replacing("|", with: "\n"))
    #expect(search.shown.cursor == cursor)
  }
}
