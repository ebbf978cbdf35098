import CLibedit
import Glibc

/// What libedit's callbacks need. It lives and dies on the editor's thread.
final class EditorCore {
  let editor: OpaquePointer
  let screen: EditorScreen
  let history: EditorHistory
  var decoder = KeyDecoder()
  var completer: LineCompleter?
  /// What the next paste key inserts.
  var pasted: PastedText?
  /// What the next mark key inserts.
  var mark: Unicode.Scalar?
  var isInterrupted = false
  /// Whether the line that is edited continues another.
  var isContinuation = false
  /// Whether the process stops itself, so that it knows already when it goes on.
  var stopsItself = false
  /// The terminal's size.
  var columns = 80
  var rows = 24
  private(set) var prompt = EditorPrompt("")
  /// What the terminal shows of prompt and line.
  var display = LineDisplay()
  /// What is shown in the line's place while the history is searched.
  var search: HistorySearch?
  /// Where libedit draws, for nobody to see.
  let sink: EditorSink

  /// Nil when libedit refuses this terminal.
  init?(_ configuration: LineEditorConfiguration, screen: EditorScreen) {
    DisplayWidth.prepareLocale()
    TerminalGuard.install()
    guard let sink = EditorSink(), let editor = cedit_init(configuration.program) else { return nil }
    guard let history = EditorHistory(path: configuration.historyPath, size: configuration.historySize) else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.sink = sink
    self.screen = screen
    self.history = history
    completer = configuration.completer
    _ = cedit_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = cedit_set_prompt(editor) { EditorCore.of($0)?.sink.nothing }
    _ = cedit_set_input(editor) { editor, letter in
      guard let core = EditorCore.of(editor), let letter else { return 0 }
      return core.nextLetter(into: letter)
    }
    _ = cedit_set_history(editor, history.list)
    _ = cedit_set_editor(editor, "emacs")
    sink.attach(to: editor)
    reserveRoom()
    addFunctions()
    applyKeys(complain: configuration.complain)
    _ = cedit_without_signal_keys(editor)
  }

  deinit { el_end(editor) }

  static func of(_ editor: OpaquePointer?) -> EditorCore? {
    guard let context = cedit_client_data(editor) else { return nil }
    return Unmanaged<EditorCore>.fromOpaque(context).takeUnretainedValue()
  }

  /// Shows the prompt and blocks until a line, Ctrl-C or the end. Lines are joined as long as more is needed.
  func readLine(prompt: String, needsMore: (String) -> Bool) -> LineInput {
    isContinuation = false
    setPrompt(prompt)
    var text = ""
    while true {
      switch readOneLine() {
      case .line(let line):
        text += isContinuation ? "\n" + line : line
        guard needsMore(text) else { return .line(text) }
        isContinuation = true
        setPrompt(LineEditorConfiguration.continuationPrompt)
      case .interrupted: return .interrupted
      case .endOfFile:
        guard isContinuation, !screen.isStopped else { return .endOfFile }
        // Ctrl-D where a line should go on: it does not, and whoever runs it will say so.
        write("\n")
        return .line(text)
      }
    }
  }

  func setPrompt(_ text: String) { prompt = EditorPrompt(text) }

  /// Makes libedit's memory large enough for every line of the history. When that grows in the midst of a function, libedit
  /// goes on with pointers to what it was before.
  private func reserveRoom() {
    let count = 4 * EditorHistory.longest
    _ = el_winsertstr(editor, [wchar_t](repeating: 0x20, count: count) + [0])
    el_deletestr(editor, Int32(count))
  }

  private func readOneLine() -> LineInput {
    guard !screen.isStopped else { return .endOfFile }
    isInterrupted = false
    screen.begin()
    _ = measure()
    takeTerminal()
    // libedit asks for the size when it begins, and must not get to know it.
    sink.hideTerminal(from: editor)
    var count: Int32 = 0
    let text = el_wgets(editor, &count)
    sink.showTerminal(to: editor)
    search = nil
    if !isInterrupted {
      var letters = self.line.letters
      let isWhole = letters.last == "\n" && count > 0 && !screen.isStopped
      if isWhole { letters.removeLast() }
      show(LinePicture(columns: columns, prompt: prompt, line: letters, cursor: letters.count))
      write(display.leave() + (isWhole ? "\n" : count == 0 ? "^D" : ""))
    }
    giveTerminal()
    screen.end { write($0) }
    // A line that was given up may be empty, which otherwise means the end.
    if isInterrupted { return .interrupted }
    guard let text, count > 0, !screen.isStopped else { return .endOfFile }
    var line = String.UnicodeScalarView(UnsafeBufferPointer(start: text, count: Int(count)).map(\.scalar))
    if line.last == "\n" { line.removeLast() }
    // A function that reads a letter itself, as vi's `r`, knows nothing of our keys.
    line.removeAll { $0 == Self.pasteKey || $0 == Self.markKey }
    return .line(String(line))
  }

  /// libedit prints the prompt before it enters raw mode: keys typed in between would be echoed twice.
  func takeTerminal() {
    TerminalGuard.setTaken(true)
    _ = cedit_prepare_terminal(editor, 1)
    write("\u{1b}[?2004h")
  }

  func giveTerminal() {
    write("\(TerminalGuard.pasteOff)")
    _ = cedit_prepare_terminal(editor, 0)
    TerminalGuard.setTaken(false)
  }
}

extension wchar_t {
  /// The letter; libedit holds nothing else.
  var scalar: Unicode.Scalar { Unicode.Scalar(UInt32(bitPattern: self)) ?? "\u{fffd}" }
}
