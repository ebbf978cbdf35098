import CommandLanguage
import Commands
import Glibc
import Presentation

/// Runs lines: parses them, runs their commands one after the other, and hands what they say to the gate.
struct CommandRunner {
  /// How answers and messages look.
  struct Style: Sendable {
    var dialect: Dialect
    var isQuiet: Bool
    var showsTiming: Bool
    var debugLevel: Int
    var form: OutputForm
    /// Whether standard output is a terminal.
    var isTerminal: Bool
    /// How answers look on that terminal.
    var palette: Palette
    /// Whether a person types, or virsh would think so.
    var isInteractive: Bool
    /// Whether the commands after a failed one on the same line still run.
    var goesOnAfterFailure: Bool
    /// How long a command may take; nil for as long as it wants.
    var timeLimit: Duration?
    /// Whether a terminal shows what a command waits for.
    var showsWaits: Bool
    /// How tables write what cannot be shown.
    var tableEscapes: TableEscapes

    /// virsh ends every command with an empty line; we do so only for people.
    var separates: Bool { !isQuiet && (dialect == .virsh || isInteractive && isTerminal && form == .table) }

    /// Whether virsh would say what it reads and looks for.
    var tracesAsVirsh: Bool { dialect == .virsh && debugLevel <= 1 }

    var pageOptions: PageOptions {
      PageOptions(
        isQuiet: isQuiet, isTerminal: isTerminal, escapesText: dialect == .virtsh, palette: isTerminal ? palette : .plain,
        tableEscapes: tableEscapes)
    }
  }

  let session: Session
  let gate: OutputGate
  private(set) var style: Style
  let interruption: CurrentInterruption
  let advisor: Advisor
  /// What commands may borrow; nil without a terminal.
  let console: ProcessTerminal?

  /// Runs a line. A line that is written wrongly does nothing at all. virsh says with `-d1` what it reads, unless it was `isTraced` before.
  ///
  /// The status is that of the last command in virsh's ways, else that of the first that failed.
  func run(_ line: LexedLine, at place: ScriptPlace? = nil, isTraced: Bool = false) async -> ExitStatus {
    let parsed: [ParsedCommand<any Command>]
    do {
      parsed = try session.commands.parse(line, tracing: style.tracesAsVirsh && !isTraced ? { gate.write($0 + "\n") } : nil)
    } catch {
      complain(Diagnostic.all(of: error), at: place?.forward((error.line ?? 1) - 1))
      await advise(Failure(error))
      return style.dialect == .virsh ? .failure : .usage
    }
    var status = ExitStatus.success
    if let failure = refuse(parsed, at: place) { return failure }
    for command in parsed {
      let result = await run(command, at: place?.forward(command.line - 1))
      if session.isLeaving { return style.dialect == .virsh || status == .success ? result : status }
      status = style.dialect == .virsh || status == .success ? result : status
      if result != .success, !style.goesOnAfterFailure { break }
      if result == .interrupted { break }
    }
    return status
  }

  private func run(_ parsed: ParsedCommand<any Command>, at place: ScriptPlace?) async -> ExitStatus {
    if style.debugLevel <= 1, style.dialect == .virtsh { for line in parsed.trace { gate.write(style.pageOptions.escaped(line) + "\n") } }
    let start = style.showsTiming ? ContinuousClock.now : nil
    // The user wanted an end: what came too late for one command is in time for the next.
    if interruption.wasTooLate, style.dialect == .virtsh { return .interrupted }
    let interruption = interruption.begin()
    var runner = self
    if style.dialect == .virtsh, let form = parsed.raw("output").flatMap(OutputForm.init(rawValue:)) { runner.style.form = form }
    let run = CommandRun(runner: runner, parsed: parsed, interruption: interruption, place: place)
    var status = await run.status()
    if interruption.isRequested, style.dialect == .virtsh, !interruption.wasTooLate || status != .success { status = .interrupted }
    if session.isLeaving { return status }
    if let start {
      let time = start.duration(to: .now)
      let milliseconds = Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
      gate.write("\n(Time: \(fixedPoint(milliseconds, decimals: 3)) ms)\n\n")
    } else if style.separates {
      gate.write("\n")
    }
    return style.dialect == .virsh && status != .success ? .failure : status
  }

  func write(_ answer: any Answer, on output: RedirectedOutput?) async throws {
    guard style.form == .table || answer.forms.contains(style.form) || !(answer is Message) else { return }
    var options = style.pageOptions
    if output != nil { options = options.forFile }
    var bytes = try render(answer, as: style.form, options)
    // What virsh leaves open because its empty line follows is closed here where none does.
    if style.dialect == .virtsh, let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    if let output { await output.write(bytes) } else { gate.write(bytes) }
  }

  /// Writes messages to standard error: text, or JSON where the answers are JSON.
  func complain(_ diagnostics: [Diagnostic], at place: ScriptPlace? = nil) {
    for diagnostic in diagnostics {
      if style.form == .json || style.form == .jsonl {
        var details = diagnostic.details
        if let place {
          details["script"] = .string(place.name)
          details["line"] = .integer(place.line)
        }
        gate.writeError(
          Diagnostic(
            diagnostic.text, severity: diagnostic.severity, code: diagnostic.code, domain: diagnostic.domain, details: details
          ).json)
      } else {
        gate.say(diagnostic, at: style.dialect == .virtsh ? place?.prefix ?? "" : "")
      }
    }
  }
}
