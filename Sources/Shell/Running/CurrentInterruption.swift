import Commands
import Synchronization

/// What Ctrl-C reaches: the command that runs now.
final class CurrentInterruption: Sendable {
  private struct State {
    var interruption: Interruption?
    var cancel: (@Sendable () -> Void)?
    var wasInterrupted = false
    var isSession = false
    var isPending = false
    var isLent = false
    var programs: (@Sendable (_ byKey: Bool) -> Void)?
  }

  private let state = Mutex(State())

  /// A new command begins.
  func begin() -> Interruption {
    let interruption = Interruption()
    state.withLock { $0.interruption = interruption }
    return interruption
  }

  /// What gives up the commands that run, when none of them listens.
  ///
  /// A Ctrl-C that came just before counts for them.
  func onCancel(_ cancel: (@Sendable () -> Void)?) {
    let isPending = state.withLock { state in
      defer { state.isPending = false }
      state.cancel = cancel
      if cancel != nil {
        state.interruption = nil
        state.wasInterrupted = state.isPending
      }
      return state.isPending
    }
    if isPending { cancel?() }
  }

  /// The session waits for a line: Ctrl-C between two commands no longer ends the program.
  func waitForLine() {
    state.withLock { state in
      state.isSession = true
      state.isPending = false
    }
  }

  /// Programs of the user's run beside us. Ctrl-C is meant for them as well, so it never ends us and leaves them behind; `tell` is
  /// called for those whom no terminal tells, and, not by a key, when the time for their command is over.
  func shareKeys(_ tell: @escaping @Sendable (_ byKey: Bool) -> Void) { state.withLock { $0.programs = tell } }

  /// A program has the terminal, and Ctrl-C is its own, until the terminal is taken back.
  func lend() { state.withLock { $0.isLent = true } }

  /// The program has ended.
  func takeBack() { state.withLock { $0.isLent = false } }

  /// The command that the programs are part of was given up.
  func endPrograms() { state.withLock { $0.programs }?(false) }

  /// No programs run any more.
  func keepKeys() { state.withLock { $0.programs = nil } }

  /// Whether Ctrl-C came since the start, and not too late.
  var wasInterrupted: Bool { state.withLock { $0.wasInterrupted && $0.interruption?.wasTooLate != true } }

  /// Whether Ctrl-C came too late for the last command.
  var wasTooLate: Bool { state.withLock { $0.interruption?.wasTooLate == true } }

  /// Ctrl-C: the command is asked to end, or else given up.
  ///
  /// False if there is nobody to ask, so that the process should end: nothing runs, it was asked before in vain, or no command
  /// listens and `dies` says that this is enough.
  func interrupt(orDie dies: Bool) -> Bool {
    if state.withLock({ $0.isLent }) { return true }
    let (interruption, cancel, isSecond, isSession, programs) = state.withLock { state in
      defer { state.wasInterrupted = true }
      return (state.interruption, state.cancel, state.wasInterrupted, state.isSession, state.programs)
    }
    programs?(true)
    if let interruption, interruption.isAwaited {
      interruption.request()
      return true
    }
    guard let cancel else {
      return state.withLock { state in
        state.isPending = state.isSession
        return state.isSession
      }
    }
    // In a session the command is given up and the session goes on, whoever was quicker: the key or the command's ear.
    guard !dies || isSession, !isSecond || programs != nil else { return false }
    interruption?.request()
    cancel()
    return true
  }
}
