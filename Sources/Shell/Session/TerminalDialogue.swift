import Drivers
import Glibc
import LineEditor
import Presentation

/// The conversation with the user at the process's terminal while a connection is opened.
///
/// The terminal is the controlling one, as ssh has it: also a script's user can be asked for a password.
struct TerminalDialogue: Dialogue {
  private let gate: OutputGate
  private let question = TerminalQuestion()
  /// Tells a line that a program on the way said; nil to keep it, as virsh does.
  private let tell: (@Sendable (String) -> Void)?

  init(_ gate: OutputGate, tell: (@Sendable (String) -> Void)?) {
    self.gate = gate
    self.tell = tell
  }

  var isPossible: Bool { TerminalQuestion.isPossible }

  func answer(_ question: String, isSecret: Bool) async throws -> String? {
    guard isPossible else { return nil }
    TerminalSignals.dieTidily(gate)
    return try await gate.withTerminalLent { try await self.question.ask("\(sanitized(question)): ", isSecret: isSecret) }
  }

  func lendTerminal<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    guard isPossible else { return try await body() }
    return try await gate.withTerminalLent(body)
  }

  /// Only a person can do something about it while the connection is opened; everybody else finds the words in the error.
  func show(_ text: String) {
    guard let tell, isPossible else { return }
    for line in text.split(whereSeparator: \.isNewline) { tell(String(line)) }
  }
}
