import CLibedit
import Glibc

extension EditorCore {
  /// What `~/.editrc` can bind keys to besides libedit's own functions.
  func addFunctions() {
    add("virtsh-complete", "complete the word before the cursor") { editor, _ in EditorCore.of(editor)?.complete() ?? 0 }
    add("virtsh-interrupt", "give the line up") { editor, _ in EditorCore.of(editor)?.interrupt() ?? 0 }
    add("virtsh-suspend", "stop the program until it is continued") { editor, _ in EditorCore.of(editor)?.suspend() ?? 0 }
    add("virtsh-paste", "insert what was pasted") { editor, _ in EditorCore.of(editor)?.insertPaste() ?? 0 }
    add("virtsh-mark", "insert a letter that takes no room") { editor, _ in EditorCore.of(editor)?.insertMark() ?? 0 }
    add("virtsh-search", "search the history for what is typed") { editor, _ in EditorCore.of(editor)?.searchHistory() ?? 0 }
    add("virtsh-quote", "insert the next key as it is") { editor, _ in EditorCore.of(editor)?.insertNextKey() ?? 0 }
  }

  private func add(_ name: String, _ help: String, _ function: @convention(c) (OpaquePointer?, wint_t) -> UInt8) {
    _ = cedit_add_function(editor, name, help, function)
  }

  /// The user's choice of the key map, then our keys, then the rest of what the user wants, which wins.
  func applyKeys(complain: (String) -> Void) {
    let path = EditrcFile.path { name in getenv(name).map { String(cString: $0) } }
    let file = path.flatMap { EditrcFile.read($0) }
    var bad = file?.bad ?? []
    bad += (file?.maps ?? []).filter { !apply($0) }.map(\.number)
    bindKeys()
    bad += (file?.rest ?? []).filter { !apply($0) }.map(\.number)
    if let path, !bad.isEmpty {
      let numbers = bad.sorted().map(String.init).joined(separator: ", ")
      complain("\(path): the editor does not understand line\(bad.count > 1 ? "s" : "") \(numbers)")
    }
  }

  private func bindKeys() {
    bind("^C", "virtsh-interrupt")
    bind("^Z", "virtsh-suspend")
    bind("^I", "virtsh-complete")
    // Where libedit has it, ^R only draws the line anew, and ^W deletes all of it.
    bind("^R", "virtsh-search")
    bind("^W", "ed-delete-prev-word")
    bind("\\" + String(Self.pasteKey.value, radix: 8), "virtsh-paste")
    bind("\\" + String(Self.markKey.value, radix: 8), "virtsh-mark")
    // libedit's own would have a newline drawn as a letter.
    bind("^V", "virtsh-quote")
    // In vi's insert mode a key that begins with Escape would make Escape itself wait for more.
    guard let map = cedit_editor(editor), String(cString: map) == "emacs" else { return }
    for (key, function) in [
      ("\\e\\177", "ed-delete-prev-word"), ("\\e^H", "ed-delete-prev-word"), ("\\e[3~", "ed-delete-next-char"),
      ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"), ("\\e[1;5D", "ed-prev-word"), ("\\e[1;5C", "em-next-word"),
    ] {
      _ = cedit_bind(editor, key, function)
    }
  }

  private func bind(_ key: String, _ function: String) {
    _ = cedit_bind(editor, key, function)
    _ = cedit_bind_alternative(editor, key, function)
  }

  /// Lets libedit run a line of the user's file, silently; false if it does not understand it.
  private func apply(_ line: EditrcFile.Line) -> Bool {
    // Without editing there would be no echo either.
    guard line.command != "edit" else { return false }
    let mute = fopen("/dev/null", "we")
    _ = cedit_set_errors(editor, mute)
    defer {
      _ = cedit_set_errors(editor, nil)
      if let mute { fclose(mute) }
    }
    // libedit's own search recurses with each key, and reads and writes outside of its memory.
    let words = line.words.map { strdup($0.hasPrefix("em-inc-search-") ? "virtsh-search" : $0) }
    defer { for word in words { free(word) } }
    var pointers = words.map { UnsafePointer<CChar>($0) } + [nil]
    return el_parse(editor, Int32(words.count), &pointers) == 0
  }

  /// Ctrl-C: the line stays on the screen, and a new one begins.
  private func interrupt() -> UInt8 {
    isInterrupted = true
    moveToEnd()
    write("^C\n")
    return UInt8(CC_NEWLINE)
  }

  func insertPaste() -> UInt8 {
    guard let pasted else { return UInt8(CC_NORM) }
    self.pasted = nil
    if pasted.isTooLong {
      write(display.erase())
      write("pasted text of more than \(PastedText.limit >> 10) KiB is not taken; run it from a file\n")
      return UInt8(CC_REFRESH_BEEP)
    }
    return insert(pasted.text)
  }

  private func insertMark() -> UInt8 {
    defer { mark = nil }
    return insert(mark.map { String($0) } ?? "")
  }

  private func insertNextKey() -> UInt8 {
    var letter: wchar_t = 0
    guard nextLetter(into: &letter) == 1 else { return UInt8(CC_EOF) }
    switch letter.scalar {
    case Self.pasteKey: return insertPaste()
    case Self.markKey: return insertMark()
    // A NUL would end the line for libedit.
    case let scalar: return insert(scalar == "\0" ? "" : String(scalar))
    }
  }

  /// Inserts text before the cursor.
  func insert(_ text: String) -> UInt8 {
    let letters = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    return letters.count == 1 || el_winsertstr(editor, letters) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
  }

  /// Ctrl-Z: the whole job stops, as if the terminal had sent the signal. Afterwards the line is there again.
  private func suspend() -> UInt8 {
    draw()
    write(display.erase())
    giveTerminal()
    stopsItself = true
    // The others of the job first. This thread's own signal stops it here and now; a signal to the whole process would let
    // it run on for a while.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    let action = signal(SIGTSTP, SIG_IGN)
    kill(0, SIGTSTP)
    signal(SIGTSTP, action)
    raise(SIGTSTP)
    takeTerminal()
    write("\r\u{1b}[J")
    _ = measure()
    return UInt8(CC_NORM)
  }
}
