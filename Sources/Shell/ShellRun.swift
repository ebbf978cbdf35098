import CommandLanguage
import Commands
import Drivers
import Glibc
import LibvirtClient
import LineEditor
import Presentation

/// One run of the program after its options were read.
struct ShellRun {
  let invocation: Invocation
  let gate: OutputGate
  let session: Session
  private let promptText: PromptText
  let interruption = CurrentInterruption()
  let advisor: Advisor
  let isTerminal = isatty(1) == 1

  init(_ invocation: Invocation, registry: DriverRegistry, gate: OutputGate) {
    self.invocation = invocation
    self.gate = gate
    var opener = ConnectionOpener(registry: registry, environment: .current(), keepalive: invocation.keepalive)
    // A person waits for the prompt, a script for nothing: it has its errors already.
    advisor = Advisor(environment: opener.environment, registry: registry, limit: .seconds(Self.isScript(invocation) ? 5 : 1))
    if invocation.debugLevel <= 1, invocation.dialect == .virsh { opener.debug = { [gate] in gate.write("\($0)\n") } }
    if invocation.debugLevel == 0, invocation.dialect == .virtsh { opener.trace = { [gate] in gate.write("\($0)\n") } }
    promptText = PromptText(
      program: invocation.programName, dialect: invocation.dialect, hasColour: Palette(for: 1, invocation.dialect) != .plain)
    let announcer = Announcer(gate: gate, form: invocation.form, prompt: promptText)
    let isQuiet = invocation.isQuiet
    var passOn: (@Sendable (String) -> Void)?
    if invocation.dialect == .virtsh { passOn = { announcer.pass($0) } }
    session = Session(
      commands: .all(in: invocation.dialect), opener: opener, dialect: invocation.dialect, name: invocation.uri,
      isReadOnly: invocation.isReadOnly, isScript: Self.isScript(invocation), asksBack: Self.asksBack(invocation),
      dialogue: TerminalDialogue(gate, tell: passOn),
      observer: SessionObserver(
        notice: { announcer.tell($0) }, warning: { if !isQuiet { announcer.tell($0) } }, event: { announcer.show($0) },
        stateChanged: { announcer.promptChanged($0) }))
  }

  /// Runs the mode that the command line asks for.
  func run() async -> ExitStatus {
    let lines: LexedLine?
    if case .string(let text) = invocation.source, runner(isInteractive: false).style.tracesAsVirsh {
      gate.write("commands: \"\(text)\"\n")
    }
    switch invocation.source {
    case .string(let text) where text.isEmpty: return invocation.dialect == .virsh ? .failure : .usage
    case .string(let text): lines = LexedLine(string: text, dialect: invocation.dialect)
    case .words(let words): lines = LexedLine(arguments: words, dialect: invocation.dialect)
    case .standardInput, .file: lines = nil
    }
    if let lines, let failure = await refuse(lines) { return failure }
    listenForInterrupts()
    if isForShell, let lines { return await answerShell(lines) }
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
      var read: [String] = []
      _ = try session.commands.parse(line) { read.append($0) }
      if runner(isInteractive: false).style.tracesAsVirsh { for line in read { gate.write("\(line)\n") } }
      return nil
    } catch {
      return await runner(isInteractive: false).run(line, at: place)
    }
  }

  /// `-c` is opened before anything runs; without it the first command that needs a connection opens one.
  private func connectEagerly() async -> ExitStatus? {
    let runner = runner(isInteractive: false)
    let status = await cancellable {
      do {
        _ = try await runner.waiting { try await session.begin(by: invocation.timeLimit.map { .now + $0 }) }
        return .success
      } catch {
        if Task.isCancelled { return .interrupted }
        runner.complain(Diagnostic.all(of: error))
        await runner.advise(Failure(error))
        return invocation.dialect == .virsh ? .failure : ExitStatus.of(error)
      }
    }
    return status == .success ? nil : status
  }

  private func oneShot(_ line: LexedLine) async -> ExitStatus {
    await cancellable { await runner(isInteractive: false).run(line, at: place, isTraced: true) }
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
      TerminalSignals.die(of: number, gate)
    }
  }

  /// What the next line is asked for with.
  var prompt: String {
    get async { promptText.text(await session.promptState) }
  }

  func runner(isInteractive: Bool, editor: LineEditor? = nil) -> CommandRunner {
    CommandRunner(
      session: session, gate: gate,
      style: CommandRunner.Style(
        dialect: invocation.dialect, isQuiet: invocation.isQuiet, showsTiming: invocation.showsTiming,
        debugLevel: invocation.debugLevel, form: invocation.form, isTerminal: isTerminal,
        palette: Palette(for: 1, invocation.dialect), isInteractive: isInteractive,
        goesOnAfterFailure: invocation.dialect == .virsh || invocation.keepsGoing || isInteractive,
        timeLimit: invocation.timeLimit, showsWaits: invocation.dialect == .virtsh && isatty(2) == 1,
        tableEscapes: TableEscapes(invocation.dialect)),
      interruption: interruption, advisor: advisor, console: ProcessTerminal(invocation, gate: gate, editor: editor))
  }

  private static func isScript(_ invocation: Invocation) -> Bool {
    if case .standardInput = invocation.source { return isatty(0) != 1 }
    return true
  }

  /// Whether somebody at a terminal gave the command: at our prompt, or as the words of one command line. What a file, a pipe or a
  /// program says is done.
  private static func asksBack(_ invocation: Invocation) -> Bool {
    if case .file = invocation.source { return false }
    return invocation.dialect == .virtsh && [0, 1, 2].allSatisfy { isatty($0) == 1 }
  }
}
