import CommandLanguage
import Commands
import Glibc
import LineEditor
import Presentation
import Processes
import Synchronization

/// The process's terminal, lent to one command.
final class LentTerminal: TerminalControl {
  private let gate: OutputGate
  private let interruption: CurrentInterruption
  private let dialect: Dialect
  private let isUsed = Atomic(false)
  let console: (any ConsoleTerminal)?

  init(gate: OutputGate, interruption: CurrentInterruption, dialect: Dialect, console: (any ConsoleTerminal)?) {
    self.console = console
    self.gate = gate
    self.interruption = interruption
    self.dialect = dialect
  }

  /// Whether the command had the terminal, and the user may have done something with it.
  var wasLent: Bool { isUsed.load(ordering: .relaxed) }

  /// A script's user is not asked, wherever they sit.
  var hasUser: Bool { isatty(0) == 1 && (dialect == .virsh || TerminalQuestion.isPossible) }

  func run(_ program: [String]) async throws -> ProgramEnd {
    let name = program.first ?? ""
    // libvirt looks for whatever is no whole path, and has one reason for not finding it.
    if !name.hasPrefix("/"), (try? ProgramPath.find(name)) == nil { return .notFound("\(ProgramFailure(code: ENOENT))") }
    isUsed.store(true, ordering: .relaxed)
    TerminalSignals.dieTidily(gate)
    interruption.lend()
    defer { interruption.takeBack() }
    return await gate.withTerminalLent {
      // A program that dies leaves the terminal in modes of its own.
      var modes = termios()
      let hasModes = tcgetattr(0, &modes) == 0
      let running: RunningProgram
      do throws(ProgramFailure) { running = try RunningProgram(program, input: 0, output: nil) } catch {
        // As a shell numbers it: 127 for what is not there, 126 for what is no program.
        return .notStarted("\(error)", status: error.code == ENOENT ? 127 : 126)
      }
      let end = await withTaskCancellationHandler {
        await running.end()
      } onCancel: {
        running.signal(SIGTERM)
      }
      if hasModes { tcsetattr(0, TCSADRAIN, &modes) }
      switch end {
      case .exited(let status): return .exited(status)
      case .killed(let signal): return .killed(signal: signal)
      }
    }
  }

  func choose(_ question: KeyQuestion, about diagnostics: [Diagnostic]) async throws -> Character? {
    isUsed.store(true, ordering: .relaxed)
    for diagnostic in diagnostics { gate.say(diagnostic) }
    TerminalSignals.dieTidily(gate)
    return try await gate.withTerminalLent {
      try await TerminalQuestion().key(
        question.prompt, among: question.keys, help: question.help, canBeRefused: question.canBeRefused)
    }
  }
}
