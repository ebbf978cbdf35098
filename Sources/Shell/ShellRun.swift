import CommandLanguage
import Commands
import Drivers
import Glibc
import LineEditor
import Presentation

/// One run of the program after its options were read.
struct ShellRun {
  let invocation: Invocation
  let gate: OutputGate
  let session: Session
  let interruption = CurrentInterruption()
  let isTerminal = isatty(1) == 1
  /// What the Tab key asks in an interactive session; nil for a bell.
  var completer: LineCompleter?

  init(_ invocation: Invocation, registry: DriverRegistry, gate: OutputGate) {
    self.invocation = invocation
    self.gate = gate
    var opener = ConnectionOpener(registry: registry, environment: .current(), keepalive: invocation.keepalive)
    if invocation.debugLevel == 0 { opener.trace = { [gate] in gate.write("\($0)\n") } }
    let isJSON = invocation.form == .json || invocation.form == .jsonl
    session = Session(
      commands: .all, opener: opener, dialect: invocation.dialect, name: invocation.uri, isReadOnly: invocation.isReadOnly,
      isScript: Self.isScript(invocation),
      notices: { [gate] notice in
        gate.writeError(isJSON ? notice.json : notice.bytes)
        Task { await gate.flush() }
      })
  }

  /// Runs the mode that the command line asks for.
  func run() async -> ExitStatus {
    let lines: LexedLine?
    switch invocation.source {
    case .string(let text) where text.isEmpty: return invocation.dialect == .virsh ? .failure : .usage
    case .string(let text): lines = LexedLine(string: text, dialect: invocation.dialect)
    case .words(let words): lines = LexedLine(arguments: words, dialect: invocation.dialect)
    case .standardInput, .file: lines = nil
    }
    if let lines, let failure = await refuse(lines) { return failure }
    listenForInterrupts()
    if invocation.uri != nil, let failure = await connectEagerly() { return failure }
    let status: ExitStatus
    if let lines {
      status = await oneShot(lines)
    } else if case .file(let path) = invocation.source {
      status = await script(path: path)
    } else if isatty(0) == 1 {
      status = await interactive()
    } else if invocation.dialect == .virsh {
      status = await echoed()
    } else {
      status = await script(name: "stdin", lines: LineBatches(descriptor: 0))
    }
    await session.close()
    return interruption.wasInterrupted && invocation.dialect == .virtsh && isatty(0) != 1 ? .interrupted : status
  }

  /// A line that is written wrongly is refused before anything is opened.
  private func refuse(_ line: LexedLine) async -> ExitStatus? {
    do {
      _ = try session.commands.parse(line)
      return nil
    } catch {
      return await runner(isInteractive: false).run(line, at: place)
    }
  }

  /// `-c` is opened before anything runs; without it the first command that needs a connection opens one.
  private func connectEagerly() async -> ExitStatus? {
    do {
      _ = try await session.connection()
      return nil
    } catch {
      let runner = runner(isInteractive: false)
      runner.complain(Diagnostic.all(of: error))
      if invocation.dialect == .virtsh, let hint = Hint.about(error) { runner.complain([Diagnostic(hint, severity: .hint)]) }
      return invocation.dialect == .virsh ? .failure : ExitStatus.of(error)
    }
  }

  private func oneShot(_ line: LexedLine) async -> ExitStatus {
    await cancellable { await runner(isInteractive: false).run(line, at: place) }
  }

  /// One argument is a script of its own; several are the words of one command, which has no lines.
  private var place: ScriptPlace? {
    if case .string = invocation.source { ScriptPlace(name: "argument", line: 1) } else { nil }
  }

  /// Runs `body` so that Ctrl-C can cancel it.
  func cancellable(_ body: @escaping @Sendable () async -> ExitStatus) async -> ExitStatus {
    let task = Task { await body() }
    interruption.onCancel { task.cancel() }
    defer { interruption.onCancel(nil) }
    return await task.value
  }

  private func listenForInterrupts() {
    let isVirsh = invocation.dialect == .virsh
    SignalWatch.start([SIGINT]) { [interruption, gate] number in
      if interruption.interrupt(orDie: isVirsh) { return }
      // Nobody listens: virsh dies of the signal, and we do when it comes a second time.
      gate.flushNow()
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
  }

  func runner(isInteractive: Bool) -> CommandRunner {
    CommandRunner(
      session: session, gate: gate,
      style: CommandRunner.Style(
        dialect: invocation.dialect, isQuiet: invocation.isQuiet, showsTiming: invocation.showsTiming,
        debugLevel: invocation.debugLevel, form: invocation.form, isTerminal: isTerminal, isInteractive: isInteractive,
        goesOnAfterFailure: invocation.dialect == .virsh || invocation.keepsGoing || isInteractive),
      interruption: interruption)
  }

  private static func isScript(_ invocation: Invocation) -> Bool {
    if case .standardInput = invocation.source { return isatty(0) != 1 }
    return true
  }
}
