import CLibedit
import Glibc
import Synchronization

extension EditorCore {
  /// How long the Tab key waits for an answer. What comes later is for the completer's own memory.
  private static let patience = Duration.milliseconds(300)

  private final class Reply: Sendable {
    let completion = Mutex<LineCompletion?>(nil)
  }

  /// The Tab key.
  func complete() -> UInt8 {
    let (letters, cursor) = line
    let text = String(String.UnicodeScalarView(letters[..<cursor]))
    guard let completion = completion(of: text) else { return UInt8(CC_REFRESH_BEEP) }
    switch CompletionStep(text, completion) {
    case .beep: return UInt8(CC_REFRESH_BEEP)
    case .replace(let removed, let added):
      el_deletestr(editor, Int32(removed))
      return insert(added)
    case .list(let labels):
      moveToEnd()
      write("\n" + ColumnLayout.rows(labels, columns: columns).map { $0 + "\n" }.joined())
      return UInt8(CC_NORM)
    }
  }

  /// Asks for a while. What is typed meanwhile waits behind the Tab; only Ctrl-C gives up.
  private func completion(of text: String) -> LineCompletion? {
    guard let completer else { return nil }
    let reply = Reply()
    let task = Task { [screen] in
      let completion = await completer(text)
      reply.completion.withLock { $0 = completion }
      screen.ring()
    }
    let deadline = ContinuousClock.now.advanced(by: Self.patience)
    while true {
      if let completion = reply.completion.withLock({ $0 }) { return completion }
      let result = decoder.holdsInterrupt ? .elapsed : wait(until: deadline)
      if result == .elapsed || result == .end {
        task.cancel()
        return nil
      }
    }
  }
}
