import CommandLanguage
import Commands
import Glibc
import LineEditor

/// The terminal that the process was started on, as commands may borrow it.
struct ProcessTerminal: ConsoleTerminal {
  private let gate: OutputGate
  /// The editor of a session; nil where lines come from elsewhere.
  private let editor: LineEditor?
  let escape: EscapeKey
  private let dialect: Dialect
  private let isQuiet: Bool

  /// The terminal of a run; nil when standard input is none, which is what virsh asks for.
  init?(_ invocation: Invocation, gate: OutputGate, editor: LineEditor? = nil) {
    guard isatty(0) == 1 else { return nil }
    self.gate = gate
    self.editor = editor
    escape = invocation.escape
    dialect = invocation.dialect
    isQuiet = invocation.isQuiet
  }

  func raw<Result: Sendable>(
    greeting: [String], _ body: @Sendable (any RawTerminal) async throws -> Result
  ) async throws -> Result {
    TerminalSignals.dieTidily(gate)
    if !isQuiet { for line in greeting { gate.write("\(line)\n") } }
    return try await gate.withTerminalLent {
      guard let editor else { return try await lend(typed: [], body) { _ in } }
      return try await editor.lend { typeAhead in try await lend(typed: typeAhead.take(), body) { typeAhead.put($0) } }
    }
  }

  private func lend<Result: Sendable>(
    typed: [UInt8], _ body: @Sendable (any RawTerminal) async throws -> Result, putBack: @escaping @Sendable ([UInt8]) -> Void
  ) async throws -> Result {
    let terminal = RawLoan(keysBefore: typed, putBack: putBack)
    gate.setScreenIsRaw(true)
    defer { gate.setScreenIsRaw(false) }
    // virsh leaves the screen as the guest left it.
    return try await RawModes.with(resetsScreen: dialect == .virtsh) { try await body(terminal) }
  }
}

/// The process's terminal while it is raw.
private struct RawLoan: RawTerminal {
  private let reader: RawKeys
  private let screen = RawScreen()
  private let giveBack: @Sendable ([UInt8]) -> Void

  init(keysBefore: [UInt8], putBack: @escaping @Sendable ([UInt8]) -> Void) {
    reader = RawKeys(after: keysBefore)
    giveBack = putBack
  }

  func keys() async throws -> [UInt8] { try await reader.next() }
  func show(_ bytes: [UInt8]) async throws { try await screen.write(bytes) }
  func putBack(_ keys: [UInt8]) { giveBack(keys) }
  var size: (columns: Int, rows: Int)? { TerminalSize.of(0).map { ($0.columns, $0.rows) } }
}
