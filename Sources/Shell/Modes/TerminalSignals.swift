import Glibc
import LineEditor
import Synchronization

/// The signals that concern a session at a terminal: its size, being stopped and continued, and its end.
enum TerminalSignals {
  /// The signal that ended the reading of lines.
  final class Ending: Sendable {
    private let number = Mutex<Int32?>(nil)

    var signal: Int32? { number.withLock { $0 } }

    func set(_ signal: Int32) { number.withLock { $0 = signal } }
  }

  /// Tells the gate's screen about the signals from now on.
  static func watch(_ gate: OutputGate) -> Ending {
    let ending = Ending()
    SignalWatch.start([SIGWINCH, SIGCONT, SIGTERM, SIGHUP]) { number in
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
