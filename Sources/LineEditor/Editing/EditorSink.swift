import CLibedit
import Glibc

/// Where libedit draws, and the terminal it believes to have: one of 80 columns and 24 rows that can do nothing.
///
/// We draw the line ourselves; of what libedit sends only the bell and the clearing of the screen are heard.
final class EditorSink {
  /// What libedit sends as a bell.
  static let bell: UInt8 = 0x07
  /// What libedit sends to clear the screen.
  static let clear: UInt8 = 0x0c

  private let file: UnsafeMutablePointer<FILE>
  /// A prompt of no letters, in memory that stays.
  let nothing: UnsafeMutablePointer<CChar>
  /// No terminal: here libedit learns no size.
  private let null: UnsafeMutablePointer<FILE>
  private let buffer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 1)
  private let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
  private var isHidden = false

  init?() {
    buffer.initialize(to: nil)
    count.initialize(to: 0)
    guard let file = open_memstream(buffer, count), let null = fopen("/dev/null", "r+e"), let nothing = strdup("") else { return nil }
    self.file = file
    self.null = null
    self.nothing = nothing
  }

  deinit {
    fclose(file)
    fclose(null)
    free(buffer.pointee)
    free(nothing)
    buffer.deallocate()
    count.deallocate()
  }

  /// Makes libedit believe in its terminal.
  func attach(to editor: OpaquePointer) {
    _ = cedit_set_output(editor, file)
    hideTerminal(from: editor)
    // It complains about the name that nobody knows.
    _ = cedit_set_errors(editor, null)
    _ = cedit_be_plain(editor)
    _ = cedit_set_capability(editor, "cl", "\u{c}")
    _ = cedit_set_errors(editor, nil)
    showTerminal(to: editor)
  }

  /// From now on libedit finds no terminal whose size it could ask for.
  func hideTerminal(from editor: OpaquePointer) {
    isHidden = true
    _ = cedit_set_terminal(editor, null)
  }

  /// The terminal's modes are libedit's business again.
  func showTerminal(to editor: OpaquePointer) {
    guard isHidden else { return }
    isHidden = false
    _ = cedit_set_terminal(editor, nil)
  }

  /// What libedit has sent since this was asked last.
  func take() -> [UInt8] {
    fflush(file)
    defer { rewind(file) }
    guard let text = buffer.pointee else { return [] }
    return UnsafeBufferPointer(start: text, count: count.pointee).map { UInt8(bitPattern: $0) }
  }
}
