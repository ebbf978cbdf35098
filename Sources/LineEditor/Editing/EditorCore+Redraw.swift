import CLibedit
import Glibc

extension EditorCore {
  /// The line as it is, and how many letters stand before the cursor.
  var line: (letters: [Unicode.Scalar], cursor: Int) {
    guard let information = el_wline(editor)?.pointee else { return ([], 0) }
    let letters = UnsafeBufferPointer(start: information.buffer, count: max(0, information.lastchar - information.buffer))
    return (letters.map(\.scalar), information.cursor - information.buffer)
  }

  /// libedit leaves the cursor behind the line's end in some searches, and what is deleted then is not its own.
  func keepCursorInLine() {
    guard let information = el_wline(editor)?.pointee else { return }
    let place = information.cursor - information.buffer
    let count = information.lastchar - information.buffer
    if place > count || place < 0 { el_cursor(editor, Int32(clamping: min(max(place, 0), count) - place)) }
  }

  /// Makes the screen show the line as it is now, or the search.
  func draw() {
    let (letters, cursor) = search?.shown ?? line
    show(LinePicture(columns: columns, prompt: prompt, line: letters, cursor: cursor))
  }

  func show(_ picture: LinePicture) {
    let heard = sink.take()
    // Ctrl-L, or whatever key the user has for it.
    if heard.contains(EditorSink.clear) {
      display.forget()
      write("\u{1b}[H\u{1b}[J")
    }
    write(display.draw(picture, rows: rows) + (heard.contains(EditorSink.bell) ? "\u{7}" : ""))
  }

  /// Does what others asked for while a line is edited.
  func attend() {
    let errand = screen.takeErrand()
    let isResized = measure()
    var isContinued = errand.isContinued
    if isContinued, stopsItself {
      stopsItself = false
      isContinued = false
    }
    let text = errand.allText
    if isContinued {
      // Who knows what is on the screen and in the terminal's modes now.
      _ = cedit_prepare_terminal(editor, 0)
      takeTerminal()
      display.forget()
      write("\r\u{1b}[J")
    } else if isResized {
      write(display.erase(reflowedTo: columns, rows: rows))
    } else if !text.isEmpty {
      write(display.erase())
    }
    write(text)
    if !isContinuation, let prompt = errand.prompt { setPrompt(prompt) }
    draw()
  }

  /// Moves the cursor behind the line.
  func moveToEnd() {
    draw()
    write(display.leave())
  }

  /// Asks the terminal for its size; tells whether it has changed.
  func measure() -> Bool {
    guard let size = TerminalSize.current, size.columns != columns || size.rows != rows else { return false }
    columns = size.columns
    rows = size.rows
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
