import CLibedit
import Glibc

extension EditorCore {
  /// Ctrl-R: what is typed is looked for in the history. Any other key takes what was found, and then does what it always does.
  func searchHistory() -> UInt8 {
    var search = HistorySearch(entries: history.entries, line: line)
    defer { self.search = nil }
    while true {
      self.search = search
      var letter: wchar_t = 0
      guard nextLetter(into: &letter) == 1 else { return UInt8(CC_EOF) }
      let hasFound: Bool
      switch letter.scalar {
      case "\u{12}": hasFound = search.goOn(older: true)
      case "\u{13}": hasFound = search.goOn(older: false)
      case "\u{8}", "\u{7f}": hasFound = search.removeLast()
      // Ctrl-G: as if nothing had been.
      case "\u{7}": return UInt8(CC_REFRESH)
      case Self.markKey:
        hasFound = mark.map { search.append($0) } ?? false
        mark = nil
      case Self.pasteKey:
        take(search)
        return insertPaste()
      case let scalar where scalar.value < 0x20:
        take(search)
        // Escape alone only ends the search.
        if scalar != "\u{1b}" || !decoder.isEmpty { decoder.putBack() }
        return UInt8(CC_REFRESH)
      case let scalar: hasFound = search.append(scalar)
      }
      if !hasFound { write("\u{7}") }
    }
  }

  /// Puts what was found in the line's place.
  private func take(_ search: HistorySearch) {
    guard let found = search.found else { return }
    let (letters, cursor) = line
    el_cursor(editor, Int32(letters.count - cursor))
    el_deletestr(editor, Int32(letters.count))
    _ = insert(String(String.UnicodeScalarView(found.letters)))
    el_cursor(editor, Int32(found.cursor - found.letters.count))
  }
}
