import CommandLanguage
import Glibc
import LineEditor
import Presentation

extension ShellRun {
  /// Runs the commands of a file.
  func script(path: String) async -> ExitStatus {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      gate.writeError(Diagnostic("cannot open '\(path)': \(String(cString: strerror(errno)))").bytes)
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
    var number = 0
    var status = ExitStatus.success
    while true {
      gate.flush()
      let batch: [String]
      do {
        batch = try await lines.next()
      } catch {
        runner.complain([Diagnostic("\(error)")], at: ScriptPlace(name: name, line: number + 1))
        return .failure
      }
      if batch.isEmpty { return status }
      for text in batch {
        number += 1
        let result = await runner.run(LexedLine(string: text, dialect: invocation.dialect), at: ScriptPlace(name: name, line: number))
        if status == .success { status = result }
        if await session.isLeaving || gate.isBroken || Task.isCancelled { return status }
        if result != .success, !invocation.keepsGoing { return status }
      }
    }
  }

  /// virsh's way with standard input that is no terminal: banner, prompts and an echo of each line; the status is always 0.
  func echoed() async -> ExitStatus {
    let runner = runner(isInteractive: true)
    let isDumb = EchoedInput.isDumb
    let lines = LineBatches(descriptor: 0)
    if !invocation.isQuiet { gate.write(Banner.text(invocation.programName)) }
    while true {
      gate.flush()
      guard let batch = try? await lines.next(), !batch.isEmpty else { break }
      for raw in batch {
        let input = EchoedInput(raw, prompt: await prompt, commands: session.commands, isDumb: isDumb)
        if input.bells > 0 { gate.writeError([UInt8](repeating: 7, count: input.bells)) }
        gate.write(input.echo)
        _ = await runner.run(LexedLine(string: input.line, dialect: .virsh))
        if await session.isLeaving {
          gate.write("\n")
          return .success
        }
      }
    }
    gate.write("\(await prompt)\n")
    return .success
  }

  /// What the next line is asked for with: whether it may change something shows.
  var prompt: String {
    get async { "\(invocation.programName) \(await session.isReadOnlyNow ? ">" : "#") " }
  }
}
