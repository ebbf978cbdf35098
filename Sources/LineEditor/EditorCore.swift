import CLibedit
import Glibc

/// What libedit's callbacks need. It lives and dies on the editor's thread.
final class EditorCore {
  private let editor: OpaquePointer
  private let history: OpaquePointer
  /// libedit keeps the pointer that the prompt's callback gives, so the text is owned here.
  fileprivate var promptText: UnsafeMutablePointer<CChar>?
  fileprivate var isInterrupted = false

  /// Nil when libedit refuses this terminal.
  init?(program: String, historySize: Int32) {
    guard let editor = cedit_init(program) else { return nil }
    guard let history = history_init() else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.history = history
    _ = cedit_set_history_size(history, historySize)
    _ = cedit_set_history_unique(history, 1)
    _ = cedit_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = cedit_set_prompt(editor, { EditorCore.of($0)?.promptText }, 1)
    _ = cedit_set_history(editor, history)
    _ = cedit_set_editor(editor, "emacs")
    _ = cedit_without_signal_keys(editor)
    _ = cedit_add_function(editor, "virtsh-interrupt", "give the line up") { editor, _ in
      EditorCore.of(editor)?.isInterrupted = true
      return UInt8(CC_NEWLINE)
    }
    bindKeys()
    el_source(editor, nil)
  }

  deinit {
    history_end(history)
    el_end(editor)
    free(promptText)
  }

  fileprivate static func of(_ editor: OpaquePointer?) -> EditorCore? {
    guard let context = cedit_client_data(editor) else { return nil }
    return Unmanaged<EditorCore>.fromOpaque(context).takeUnretainedValue()
  }

  /// Shows the prompt and blocks until a line, Ctrl-C or the end.
  func readLine(prompt: String) -> LineInput {
    free(promptText)
    promptText = strdup(prompt)
    isInterrupted = false
    // libedit prints the prompt before it enters raw mode: keys typed in between would be echoed twice.
    _ = cedit_prepare_terminal(editor, 1)
    defer { _ = cedit_prepare_terminal(editor, 0) }
    var count: Int32 = 0
    let text = el_gets(editor, &count)
    // A line that was given up may be empty, which otherwise means the end.
    if isInterrupted {
      // libedit leaves the cursor behind the text.
      _ = "\n".utf8.withContiguousStorageIfAvailable { write(1, $0.baseAddress, $0.count) }
      return .interrupted
    }
    guard let text, count > 0 else { return .endOfFile }
    var line = String(decoding: UnsafeRawBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    if line.hasSuffix("\n") { line.removeLast() }
    return .line(line)
  }

  func remember(_ line: String) { _ = cedit_enter_history(history, line) }

  func windowChanged() { el_resize(editor) }

  /// The keys that libedit leaves in another place than people expect; `~/.editrc` is read afterwards and wins.
  private func bindKeys() {
    _ = cedit_bind(editor, "^C", "virtsh-interrupt")
    _ = cedit_bind(editor, "^R", "em-inc-search-prev")
    _ = cedit_bind(editor, "^W", "ed-delete-prev-word")
    _ = cedit_bind(editor, "\\e\\177", "ed-delete-prev-word")
  }
}
