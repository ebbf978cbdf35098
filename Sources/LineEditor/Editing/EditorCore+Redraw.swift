import CLibedit
import Glibc

extension EditorCore {
  /// Where prompt, line and cursor are. In a search the line is what libedit shows of it.
  var geometry: LineGeometry {
    let (letters, cursor) = line
    return LineGeometry(columns: columns, prompt: prompt.visible, line: letters, cursor: cursor)
  }

  /// The line as it is, and how many letters stand before the cursor.
  var line: (letters: [Unicode.Scalar], cursor: Int) {
    guard let information = el_wline(editor)?.pointee else { return ([], 0) }
    let letters = UnsafeBufferPointer(start: information.buffer, count: information.lastchar - information.buffer)
    return (letters.map(\.scalar), information.cursor - information.buffer)
  }

  /// Does what others asked for while a line is edited.
  func attend() {
    let errand = screen.takeErrand()
    let old = geometry
    let isResized = measure()
    var isContinued = errand.isContinued
    if isContinued, stopsItself {
      stopsItself = false
      isContinued = false
    }
    let newPrompt = isContinuation ? nil : errand.prompt
    let text = errand.allText
    guard isResized || isContinued || !text.isEmpty || newPrompt != nil else { return }
    _ = cedit_flush()
    if isContinued {
      // Who knows what is on the screen and in the terminal's modes now.
      _ = cedit_prepare_terminal(editor, 0)
      takeTerminal()
      write("\r\u{1b}[J")
    } else {
      erase(from: isResized ? old.cursorRow(reflowedTo: columns) : old.cursor.row)
    }
    write(text)
    if let newPrompt { setPrompt(newPrompt) }
    _ = cedit_refresh(editor)
  }

  /// Erases prompt and line when the cursor is on this row of them.
  func erase(from row: Int) {
    _ = cedit_flush()
    let up = min(row, rows - 1)
    write((up > 0 ? "\u{1b}[\(up)A" : "") + "\r\u{1b}[J")
  }

  /// Shows a line anew that is taller than the screen, before something is typed at its end.
  ///
  /// libedit does not notice when it could not move the cursor, and would then count rows that are not there.
  func settle() {
    let (letters, cursor) = line
    guard cursor == letters.count, letters.count + 2 >= rows, geometry.end.row + 1 >= rows else { return }
    erase(from: geometry.cursor.row)
    _ = cedit_refresh(editor)
  }

  /// Moves the cursor behind the line.
  func moveToEnd() {
    _ = cedit_flush()
    let geometry = geometry
    let down = geometry.end.row - geometry.cursor.row
    write((down > 0 ? "\u{1b}[\(min(down, rows))B" : "") + "\u{1b}[\(geometry.end.column + 1)G")
  }

  /// Asks the terminal for its size; tells whether it has changed. One that is too small for libedit is not taken up.
  func measure() -> Bool {
    guard let size = TerminalSize.current, size.isUsable, size.columns != columns || size.rows != rows else { return false }
    columns = size.columns
    rows = size.rows
    el_resize(editor)
    return true
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes past libedit.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}
