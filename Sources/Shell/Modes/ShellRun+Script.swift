import CommandLanguage
import Commands
import Glibc
import LineEditor
import Presentation

extension ShellRun {
  /// Runs the commands of a file.
  func script(path: String) async -> ExitStatus {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      runner(isInteractive: false).complain([Diagnostic("cannot open '\(path)': \(reason)")])
      return .usage
    }
    return await script(name: path == "-" ? "stdin" : path, lines: LineBatches(descriptor: descriptor, owned: path != "-"))
  }

  /// Runs lines without banner, prompt or echo. The first that fails ends them, unless they are to go on.
  func script(name: String, lines: LineBatches) async -> ExitStatus {
    await cancellable { await runScript(name: name, lines: lines) }
  }

  private func runScript(name: String, lines: LineBatches) async -> ExitStatus {
    let runner = runner(isInteractive: false)
    var script = OpenScript(name: name, dialect: invocation.dialect)
    var status = ExitStatus.success
    while true {
      await gate.flush()
      let batch: [String]
      do {
        batch = try await lines.next()
      } catch {
        runner.complain([Diagnostic("\(error)")], at: script.place)
        return .failure
      }
      let before = script
      let result = await onCallerExecutor { await run(batch, of: before, by: runner) }
      script = result.script
      if status == .success { status = result.status }
      if batch.isEmpty || result.isLast || Task.isCancelled { return status }
    }
  }

  /// How far a script has been read.
  private struct OpenScript {
    let name: String
    var lineCount = 0
    /// Lines that go on in the next.
    var open: ContinuedLine

    init(name: String, dialect: Dialect) {
      self.name = name
      open = ContinuedLine(dialect: dialect)
    }

    /// Where the next command begins.
    var place: ScriptPlace { ScriptPlace(name: name, line: lineCount - open.lineCount + 1) }

    /// Takes a line, and gives it with those that it ends, if it does not go on.
    mutating func take(_ line: String) -> LexedLine? {
      lineCount += 1
      // Files from elsewhere end their lines with a carriage return as well.
      return open.take(line.utf8.last == 0x0D ? String(line.unicodeScalars.dropLast()) : line)
    }
  }

  private struct BatchResult {
    var script: OpenScript
    var status = ExitStatus.success
    var isLast = false
  }

  /// Runs lines; no lines are the end of the script.
  private func run(_ batch: [String], of script: OpenScript, by runner: CommandRunner) async -> BatchResult {
    var result = BatchResult(script: script)
    for text in batch {
      let place = result.script.place
      guard let line = result.script.take(text) else {
        guard result.script.open.byteCount > LineSource.limit else { continue }
        runner.complain([Diagnostic("\(LineSourceError.tooLong)")], at: place)
        result.status = .failure
        result.isLast = true
        break
      }
      await run(line, at: place, by: runner, into: &result)
      if result.isLast { break }
      if gate.isFull { await gate.flush() }
    }
    let place = result.script.place
    if batch.isEmpty, let rest = result.script.open.finish() { await run(rest, at: place, by: runner, into: &result) }
    return result
  }

  private func run(_ line: LexedLine, at place: ScriptPlace, by runner: CommandRunner, into result: inout BatchResult) async {
    let status = await runner.run(line, at: place)
    if result.status == .success { result.status = status }
    result.isLast = session.isLeaving || gate.isBroken || Task.isCancelled || status != .success && !invocation.keepsGoing
  }

  /// Runs `body` where the current connection's answers arrive, which spares two changes of thread for each call.
  private func onCallerExecutor<Result: Sendable>(_ body: sending () async -> Result) async -> Result {
    guard let executor = await session.callerExecutor else { return await body() }
    return await withTaskExecutorPreference(executor) { await body() }
  }

  /// virsh's way with standard input that is no terminal: banner, prompts and an echo of each line; the status is always 0.
  func echoed() async -> ExitStatus {
    let runner = runner(isInteractive: true)
    let screen = EchoScreen.current()
    let lines = LineBatches(descriptor: 0)
    if !invocation.isQuiet { gate.write(Banner.text(invocation.programName)) }
    while true {
      // A program at the other end of a pipe waits for it.
      gate.write(await prompt)
      await gate.flush()
      guard let batch = try? await lines.next(), !batch.isEmpty else { break }
      await onCallerExecutor { await echo(batch, on: screen, by: runner) }
      if session.isLeaving { break }
      if session.hasClosedInput {
        gate.write(await prompt)
        break
      }
    }
    gate.write("\n")
    return .success
  }

  /// A carriage return ends a line for the editor, too.
  private static func editorLines(_ line: String) -> [String] {
    guard line.utf8.contains(0x0D) else { return [line] }
    return line.split(separator: "\r", omittingEmptySubsequences: false).map(String.init)
  }

  /// Runs lines with their echo until the session is over. The first one's prompt is there already.
  private func echo(_ batch: [String], on screen: EchoScreen, by runner: CommandRunner) async {
    for (index, raw) in batch.flatMap(Self.editorLines).enumerated() {
      let prompt = await prompt
      if index > 0 { gate.write(prompt) }
      let input = await edited(raw)
      if input.bells > 0 { gate.writeError([UInt8](repeating: 7, count: input.bells)) }
      gate.write(input.echo(behind: prompt, on: screen))
      _ = await runner.run(LexedLine(string: input.line, dialect: .virsh))
      if session.isLeaving { return }
      if session.hasClosedInput { return }
      if gate.isFull { await gate.flush() }
    }
  }

  private func edited(_ raw: String) async -> EchoedInput {
    guard raw.utf8.contains(UInt8(ascii: "\t")) else { return EchoedInput(raw) }
    let completer = Completer(context: Context(dialect: .virsh, session: session, isInteractive: true))
    return await EchoedInput(raw, completing: completer, commands: session.commands)
  }
}
