import Glibc

/// Asks on the process's terminal, beside the line editor: names, passwords, decisions.
///
/// The controlling terminal is asked, so that a script on standard input is not taken for the answer.
public actor TerminalQuestion {
  private nonisolated let executor = ThreadExecutor(startsLazily: true)

  /// The thread that waits for the answer.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Asks when it is told to.
  public init() {}

  deinit { executor.stop() }

  /// Whether there is a terminal, and we are what its user looks at.
  public static var isPossible: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return tcgetpgrp(terminal) == getpgrp()
  }

  /// Asks one question; nil at the end of the terminal's input (Ctrl-D), or without a terminal. The answer to a secret question is
  /// not shown, and what was typed before is no answer to it.
  ///
  /// Throws `CancellationError` when the task is cancelled.
  public nonisolated func ask(_ question: String, isSecret: Bool) async throws -> String? {
    let wake = WakeUp()
    return try await withTaskCancellationHandler {
      try await read(question, isSecret, wake)
    } onCancel: {
      wake.fire()
    }
  }

  private func read(_ question: String, _ isSecret: Bool, _ wake: WakeUp) throws -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return nil }
    if isSecret {
      TerminalGuard.change(terminal, from: modes)
      var secret = modes
      secret.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK | ECHONL)
      // A shell that took over would leave the echo on.
      secret.c_cc.10 = 0  // VSUSP
      tcsetattr(terminal, TCSAFLUSH, &secret)
    }
    defer {
      if isSecret {
        TerminalGuard.changeBack()
        Self.say("\n", on: terminal)
      }
    }
    Self.say(question, on: terminal)
    return try answer(on: terminal, wake)
  }

  /// A line, without its end. The terminal itself bounds it to 4095 bytes.
  private func answer(on terminal: Int32, _ wake: WakeUp) throws -> String? {
    var line: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    defer { explicit_bzero(&piece, piece.count) }
    while line.last != UInt8(ascii: "\n"), line.count < 65536 {
      var waits = [pollfd(fd: terminal, events: Int16(POLLIN), revents: 0), pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
      guard poll(&waits, 2, -1) >= 0 || errno == EINTR else { return nil }
      if waits[1].revents != 0 {
        // A password that was begun is no line for whoever reads next, which would show it.
        tcflush(terminal, TCIFLUSH)
        throw CancellationError()
      }
      guard waits[0].revents != 0 else { continue }
      let count = Glibc.read(terminal, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      line += piece.prefix(count)
    }
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  static func say(_ text: String, on terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}
