import CLibedit
import Glibc
import Synchronization

/// The terminal's screen while a line may be edited on it: the door for everybody else who has something to show.
///
/// All of it may be called from any thread.
public final class EditorScreen: Sendable {
  /// What the editor's thread is to do when it is woken.
  struct Errand {
    var text: [UInt8] = []
    var omitted = 0
    var prompt: String?
    var isContinued = false
  }

  private struct State {
    var isEditing = false
    var isStopped = false
    var errand = Errand()
  }

  /// How much text waits at most for the editor's thread, which may itself wait for a terminal that was stopped with Ctrl-S.
  private static let capacity = 1 << 20
  private let state = Mutex(State())
  /// Held while others write past the editor, so that no prompt comes between.
  private let others = Mutex(())
  /// Readable when there is an errand.
  let bell = cedit_polled_eventfd()

  /// A screen on which nothing is edited yet.
  public init() {}

  deinit { close(bell) }

  /// Shows whole lines above the line that is being edited, which stays as it is.
  ///
  /// False if nothing is being edited: then the caller writes as always.
  public func show(_ bytes: [UInt8]) -> Bool {
    let isTaken = state.withLock { state in
      guard state.isEditing else { return false }
      if state.errand.text.count + bytes.count > Self.capacity {
        state.errand.omitted += bytes.count { $0 == UInt8(ascii: "\n") }
      } else {
        state.errand.text += bytes
        if let last = bytes.last, last != UInt8(ascii: "\n") { state.errand.text.append(UInt8(ascii: "\n")) }
      }
      return true
    }
    if isTaken { ring() }
    return isTaken
  }

  /// The same; when nothing is being edited, `write` shows the text, and no prompt appears before it has.
  public func show(_ bytes: [UInt8], orElse write: () -> Void) {
    others.withLock { _ in
      if !show(bytes) { write() }
    }
  }

  /// Changes the prompt of the line that is being edited; nothing if there is none.
  public func setPrompt(_ prompt: String) { send { $0.prompt = prompt } }

  /// The terminal may have another size.
  public func windowChanged() { send { _ in } }

  /// The process was stopped and goes on: the terminal's modes and the screen may be anyone's.
  public func continued() { send { $0.isContinued = true } }

  /// Ends the reading, now and for ever: each `readLine` gives the end of input. Tells whether a line was being edited.
  @discardableResult public func stop() -> Bool {
    defer { ring() }
    return state.withLock { state in
      state.isStopped = true
      return state.isEditing
    }
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// The editor's thread begins to edit.
  func begin() {
    others.withLock { _ in
      state.withLock { $0.isEditing = true }
    }
  }

  /// The editor's thread has left the line behind; `write` shows what still waits.
  func end(_ write: ([UInt8]) -> Void) {
    others.withLock { _ in
      let errand = state.withLock { state in
        defer { state.errand = Errand() }
        state.isEditing = false
        return state.errand
      }
      write(errand.allText)
    }
  }

  /// What there is to do; the bell is silent afterwards.
  func takeErrand() -> Errand {
    var count: UInt64 = 0
    _ = read(bell, &count, 8)
    return state.withLock { state in
      defer { state.errand = Errand() }
      return state.errand
    }
  }

  /// Wakes the editor's thread.
  func ring() {
    var one: UInt64 = 1
    _ = write(bell, &one, 8)
  }

  private func send(_ change: (inout Errand) -> Void) {
    let isEditing = state.withLock { state in
      if state.isEditing { change(&state.errand) }
      return state.isEditing
    }
    if isEditing { ring() }
  }
}

extension EditorScreen.Errand {
  /// The text, and how much of it is missing.
  var allText: [UInt8] { omitted == 0 ? text : text + Array("(\(omitted) more lines were not shown)\n".utf8) }
}
