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
  /// The terminal on which a secret is typed, -1 for none, and the address of its modes from before, which are never freed.
  private static let secretTerminal = Atomic<Int32>(-1)
  private static let shownModes = Atomic<UInt>(0)

  /// What ends bracketed paste.
  static let pasteOff: StaticString = "\u{1b}[?2004l"

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

  /// What is typed on a terminal is about to be hidden; `modes` are those to be put back. One terminal at a time.
  static func hide(on terminal: Int32, from modes: termios) {
    let saved = UnsafeMutablePointer<termios>(bitPattern: shownModes.load(ordering: .relaxed)) ?? .allocate(capacity: 1)
    saved.initialize(to: modes)
    shownModes.store(UInt(bitPattern: saved), ordering: .relaxed)
    secretTerminal.store(terminal, ordering: .sequentiallyConsistent)
  }

  /// What is typed is shown again. May be called in a signal handler.
  static func show() {
    let terminal = secretTerminal.exchange(-1, ordering: .sequentiallyConsistent)
    guard terminal >= 0, let saved = UnsafePointer<termios>(bitPattern: shownModes.load(ordering: .relaxed)) else { return }
    tcsetattr(terminal, TCSANOW, saved)
  }

  /// Puts the terminal back as it was at the start, if the editor has it. May be called in a signal handler.
  public static func restore() {
    show()
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
