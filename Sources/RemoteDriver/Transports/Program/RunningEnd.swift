import Glibc
import NIOCore
import Processes

/// How the program that carried a connection ended, and its last words.
struct ProgramEnd: Sendable {
  /// Its exit status or signal; nil while it runs.
  let status: ChildProcess.End?
  /// The last lines of its standard error.
  let words: String
  /// Whether it ever sent anything.
  let hasSpoken: Bool
}

/// Brings a program to its end and waits for it, on the event loop.
///
/// A program ends by itself in the same moment as its connection; so it is looked after soon, then less often, and no thread waits.
final class RunningEnd {
  /// How long a program has to end by itself, and how long after SIGTERM.
  private static let patience = TimeAmount.milliseconds(500)
  /// How long its last words are waited for when it has ended: another process may hold its standard error open (ControlPersist).
  private static let echo = TimeAmount.milliseconds(100)
  private static let longestPause = TimeAmount.milliseconds(50)

  private let process: ChildProcess
  private let errors: ErrorStream
  private let eventLoop: any EventLoop
  private var began: NIODeadline?
  private var ended: NIODeadline?
  private var status: ChildProcess.End?
  private var signal: Int32?
  private var pause = TimeAmount.milliseconds(1)
  private var isLooking = false
  private var isDone = false
  private var waiting: [() -> Void] = []

  init(_ process: ChildProcess, _ errors: ErrorStream, on eventLoop: any EventLoop) {
    self.process = process
    self.errors = errors
    self.eventLoop = eventLoop
  }

  /// Nothing that it says is shown from now on.
  func stopShowing() { errors.isShowing = false }

  /// What is known of the end.
  func description(hasSpoken: Bool) -> ProgramEnd { ProgramEnd(status: status, words: errors.text, hasSpoken: hasSpoken) }

  /// Waits for the end, and sees to it that it comes; at once, or after the time that an orderly end takes.
  func come(atOnce: Bool, whenDone body: (() -> Void)? = nil) {
    if isDone {
      body?()
      return
    }
    if let body { waiting.append(body) }
    if atOnce, status == nil, signal == nil { send(SIGTERM) }
    guard !isLooking else { return }
    isLooking = true
    if began == nil { began = .now() }
    look()
  }

  private func send(_ number: Int32) {
    signal = number
    process.signal(number)
    began = .now()
  }

  private func look() {
    let now = NIODeadline.now()
    if status == nil, let end = process.end() {
      status = end
      ended = now
    }
    if let ended {
      if errors.isAtEnd || now - ended > Self.echo { return finish() }
    } else if let began, now - began > Self.patience {
      send(signal == nil ? SIGTERM : SIGKILL)
    }
    pause = min(pause * 2, Self.longestPause)
    eventLoop.assumeIsolated().scheduleTask(in: pause) { self.look() }
  }

  private func finish() {
    isDone = true
    errors.close()
    let bodies = waiting
    waiting = []
    for body in bodies { body() }
  }
}
