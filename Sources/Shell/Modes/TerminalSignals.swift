import Glibc
import LineEditor
import Synchronization

/// The signals that concern a session at a terminal: its size, being stopped and continued, and its end.
enum TerminalSignals {
  private static let isWatching = Atomic<Bool>(false)

  /// The signal that ended the reading of lines.
  final class Ending: Sendable {
    private let number = Mutex<Int32?>(nil)

    var signal: Int32? { number.withLock { $0 } }

    func set(_ signal: Int32) { number.withLock { $0 = signal } }
  }

  /// Tells the gate's screen about the signals from now on.
  static func watch(_ gate: OutputGate) -> Ending {
    let ending = Ending()
    // What was ignored at the start, as by `nohup`, stays ignored.
    isWatching.store(true, ordering: .relaxed)
    let signals = [SIGWINCH, SIGCONT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    SignalWatch.start(signals) { number in
      switch number {
      case SIGWINCH: gate.screen.windowChanged()
      case SIGCONT: gate.screen.continued()
      default:
        ending.set(number)
        // A line that is being edited is left in an orderly way; a command dies as it would anywhere.
        if !gate.screen.stop() { die(of: number, gate) }
      }
    }
    return ending
  }

  /// From now on the signals that end the process put the terminal's modes back before, unless a session watches them already.
  static func dieTidily(_ gate: OutputGate) {
    let isFirst = isWatching.exchange(true, ordering: .relaxed) == false
    guard isFirst else { return }
    SignalWatch.start([SIGTERM, SIGHUP, SIGQUIT].filter { !isIgnored($0) }) { die(of: $0, gate) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    guard [SIGTERM, SIGHUP, SIGQUIT].contains(number) else { return false }
    var action = sigaction()
    sigaction(number, nil, &action)
    // A function pointer's bits; SIG_IGN itself is no function that could be compared.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Ends the process so that its parent sees the signal.
  static func die(of number: Int32, _ gate: OutputGate) -> Never {
    TerminalGuard.restore()
    gate.flushNow()
    signal(number, SIG_DFL)
    kill(getpid(), number)
    // Most threads block signals; the one that does not will take it.
    while true { pause() }
  }
}
