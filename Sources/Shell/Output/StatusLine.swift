import Presentation

/// The line at the cursor that tells what is waited for. It disappears before anything else is written.
struct StatusLine {
  /// Which wait may use the line; what comes late from an earlier one is dropped.
  private(set) var number = 0
  private var isOpen = false
  private(set) var isShown = false
  /// How many have the terminal for themselves.
  private var pauses = 0

  mutating func open() -> Int {
    number += 1
    isOpen = true
    return number
  }

  mutating func close() { isOpen = false }

  /// Somebody has the terminal for himself until ``resume()``.
  mutating func pause() { pauses += 1 }

  mutating func resume() { pauses -= 1 }

  /// The bytes that show a text, cut to the terminal's width; nil when the line is another's by now.
  mutating func show(_ text: String, on number: Int, width: Int) -> [UInt8]? {
    guard isOpen, pauses == 0, number == self.number else { return nil }
    isShown = true
    return Array("\r\u{1B}[K\(sanitized(text).prefix(columns: width - 1))".utf8)
  }

  /// The bytes that take the text away; nil when there is none.
  mutating func erase() -> [UInt8]? {
    guard isShown else { return nil }
    isShown = false
    return Array("\r\u{1B}[K".utf8)
  }
}
