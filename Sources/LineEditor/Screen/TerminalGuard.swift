import Glibc
import Synchronization

/// Gives the terminal back on the ways out that skip everything else: `exit`, and a crash.
///
/// What the signal handlers need is in place before they are: they only read atomics and call what may be called in a handler.
public enum TerminalGuard {
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]
  /// The address of the modes from the start, which are never freed.
  private static let modes = Atomic<UInt>(0)
  /// The address of what each signal did before, by its number.
  private static let actions = Atomic<UInt>(0)
  private static let isTaken = Atomic<Bool>(false)
  /// The terminal whose modes are changed for a while (a secret is typed, a guest has it), -1 for none, and the address of its modes from
  /// before, which are never freed.
  private static let changedTerminal = Atomic<Int32>(-1)
  private static let usualModes = Atomic<UInt>(0)
  /// Whether a guest writes to the screen, which is then to be reset.
  private static let isGuests = Atomic<Bool>(false)

  /// Whether that guest has left origin mode on.
  private static let hasOrigin = Atomic<Bool>(false)

  /// What ends bracketed paste.
  static let pasteOff: StaticString = "\u{1b}[?2004l"

  /// What a guest may have switched on, off again: mouse and focus reports, bracketed paste, the alternate screen, scroll margins, insert
  /// and keypad modes, character sets, colours; the cursor is visible, lines wrap. The cursor stays where it is.
  static let screenReset: StaticString = """
    \u{1b}[?1000;1002;1003;1004;1005;1006;1015;2004l\u{1b}[?1047l\u{1b}7\u{1b}[r\u{1b}8\u{1b}[?1;5l\u{1b}>\u{1b}[4;20l\u{1b}[?7;25h\u{f}\u{1b}(B\u{1b}[m
    """

  /// What ends origin mode. The cursor goes to the top by that, where the next line would be in the midst of others, hence to the bottom.
  static let originOff: StaticString = "\u{1b}[?6l\u{1b}[999;1H"

  /// Keeps the modes that the terminal has now, and listens for the end.
  static func install() {
    guard modes.load(ordering: .relaxed) == 0 else { return }
    let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    saved.initialize(to: termios())
    guard tcgetattr(0, saved) == 0 else {
      saved.deallocate()
      return
    }
    let old = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    old.initialize(repeating: sigaction(), count: 64)
    actions.store(UInt(bitPattern: old), ordering: .relaxed)
    modes.store(UInt(bitPattern: saved), ordering: .relaxed)
    isTaken.store(false, ordering: .sequentiallyConsistent)
    atexit { TerminalGuard.restore() }
    for number in crashes {
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { number, information, _ in
        TerminalGuard.restore()
        TerminalGuard.forget(number)
        // A fault comes again when its instruction does; a signal that was sent must be sent again.
        if let information, information.pointee.si_code > 0 { return }
        raise(number)
      }
      action.sa_flags = SA_SIGINFO | Int32(bitPattern: UInt32(SA_NODEFER))
      sigaction(number, &action, old + Int(number))
    }
  }

  /// Whether the editor has the terminal in its own modes.
  static func setTaken(_ value: Bool) { isTaken.store(value, ordering: .sequentiallyConsistent) }

  /// Whether a guest's bytes have left the screen in origin mode.
  static func setOrigin(_ value: Bool) { hasOrigin.store(value, ordering: .sequentiallyConsistent) }

  /// The modes of a terminal are about to be changed; `modes` are those to be put back. One terminal at a time. With `resetsScreen` its
  /// screen is reset as well.
  static func change(_ terminal: Int32, from modes: termios, resetsScreen: Bool = false) {
    let saved = UnsafeMutablePointer<termios>(bitPattern: usualModes.load(ordering: .relaxed)) ?? .allocate(capacity: 1)
    saved.initialize(to: modes)
    usualModes.store(UInt(bitPattern: saved), ordering: .relaxed)
    isGuests.store(resetsScreen, ordering: .relaxed)
    changedTerminal.store(terminal, ordering: .sequentiallyConsistent)
  }

  /// The changed terminal is as it was before. May be called in a signal handler.
  static func changeBack() {
    let terminal = changedTerminal.exchange(-1, ordering: .sequentiallyConsistent)
    guard terminal >= 0, let saved = UnsafePointer<termios>(bitPattern: usualModes.load(ordering: .relaxed)) else { return }
    let wasOrigin = hasOrigin.exchange(false, ordering: .sequentiallyConsistent)
    if isGuests.load(ordering: .relaxed) {
      _ = write(1, screenReset.utf8Start, screenReset.utf8CodeUnitCount)
      if wasOrigin { _ = write(1, originOff.utf8Start, originOff.utf8CodeUnitCount) }
    }
    tcsetattr(terminal, TCSANOW, saved)
  }

  /// Puts the terminal back as it was at the start, if the editor has it. May be called in a signal handler.
  public static func restore() {
    changeBack()
    guard isTaken.exchange(false, ordering: .sequentiallyConsistent),
      let saved = UnsafePointer<termios>(bitPattern: modes.load(ordering: .relaxed))
    else { return }
    tcsetattr(0, TCSANOW, saved)
    _ = write(1, pasteOff.utf8Start, pasteOff.utf8CodeUnitCount)
  }

  private static func forget(_ number: Int32) {
    guard let old = UnsafePointer<sigaction>(bitPattern: actions.load(ordering: .relaxed)) else { return }
    sigaction(number, old + Int(number), nil)
  }
}
