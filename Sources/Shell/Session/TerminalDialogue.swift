import CommandLanguage
import Drivers
import Glibc
import LineEditor
import Presentation

/// The conversation with the user at the process's terminal while a connection is opened.
///
/// The terminal is the controlling one, as ssh has it: also a script's user can be asked for a password.
struct TerminalDialogue: Dialogue {
  private let gate: OutputGate
  private let dialect: Dialect
  private let question = TerminalQuestion()

  init(_ gate: OutputGate, _ dialect: Dialect) {
    self.gate = gate
    self.dialect = dialect
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

  /// virsh has what programs say only in its error, if there is one.
  func show(_ text: String) {
    guard dialect != .virsh else { return }
    for line in text.split(whereSeparator: \.isNewline) { gate.writeError(Array("\(sanitized(String(line)))\n".utf8)) }
    Task { [gate] in await gate.flush() }
  }
}
