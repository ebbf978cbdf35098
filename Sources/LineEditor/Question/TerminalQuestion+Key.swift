import Glibc

extension TerminalQuestion {
  /// Asks for one key, without the Enter key; what was typed before is no answer.
  ///
  /// - Parameters:
  ///   - prompt: the question, written again for every key that is none of `keys`.
  ///   - keys: the answers, in lower case.
  ///   - help: what the key `?` shows, line by line.
  ///   - canBeRefused: whether Ctrl-C, Ctrl-D and Escape end the question without an answer.
  /// - Returns: the key in lower case; nil without an answer, or without a terminal.
  /// - Throws: `CancellationError` when the task is cancelled.
  public nonisolated func key(_ prompt: String, among keys: String, help: [String], canBeRefused: Bool) async throws -> Character? {
    let wake = WakeUp()
    return try await withTaskCancellationHandler {
      try await readKey(prompt, keys, help, canBeRefused, wake)
    } onCancel: {
      wake.fire()
    }
  }

  private func readKey(_ prompt: String, _ keys: String, _ help: [String], _ canBeRefused: Bool, _ wake: WakeUp) throws -> Character? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return nil }
    TerminalGuard.change(terminal, from: modes)
    var raw = modes
    cfmakeraw(&raw)
    tcsetattr(terminal, TCSAFLUSH, &raw)
    defer {
      TerminalGuard.changeBack()
      Self.say("\r\n", on: terminal)
    }
    while true {
      Self.say("\r\(prompt)", on: terminal)
      guard let byte = try Self.byte(from: terminal, wake) else { return nil }
      let key = Character(UnicodeScalar(byte)).lowercased()
      if keys.contains(key) { return Character(key) }
      if canBeRefused, [3, 4, 27].contains(byte) { return nil }
      if key == "?" { Self.say("\r\n" + help.map { $0 + "\r\n" }.joined(), on: terminal) }
    }
  }

  /// The next byte; nil at the end of the terminal.
  private static func byte(from terminal: Int32, _ wake: WakeUp) throws -> UInt8? {
    while true {
      var waits = [pollfd(fd: terminal, events: Int16(POLLIN), revents: 0), pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)]
      guard poll(&waits, 2, -1) >= 0 || errno == EINTR else { return nil }
      if waits[1].revents != 0 { throw CancellationError() }
      guard waits[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let count = read(terminal, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}
