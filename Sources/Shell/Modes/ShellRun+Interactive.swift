import CommandLanguage
import Glibc
import LineEditor
import Presentation

extension ShellRun {
  /// Reads lines from the terminal until the user leaves.
  func interactive() async -> ExitStatus {
    let runner = runner(isInteractive: true)
    if !invocation.isQuiet { gate.write(Banner.text(invocation.programName)) }
    let reader: any LineReader =
      LineEditor.isUsable ? LineEditor(program: invocation.programName) : PlainTerminal(gate: gate)
    while await !session.isLeaving {
      await gate.flush()
      interruption.waitForLine()
      switch await reader.readLine(prompt: await prompt) {
      case .endOfFile:
        gate.write("\n")
        await reader.close()
        return .success
      case .interrupted:
        // virsh dies of Ctrl-C at its prompt; we only drop the line.
        if invocation.dialect == .virsh {
          await reader.close()
          gate.flushNow()
          signal(SIGINT, SIG_DFL)
          kill(getpid(), SIGINT)
        }
        continue
      case .line(let text):
        let line = LexedLine(string: text, dialect: invocation.dialect)
        guard !line.commands.isEmpty || line.error != nil else { continue }
        await reader.remember(text)
        _ = await cancellable { await runner.run(line) }
      }
    }
    if invocation.dialect == .virsh { gate.write("\n") }
    await reader.close()
    return .success
  }
}

/// A terminal that can do nothing: lines are read as they come, the terminal itself edits them.
private struct PlainTerminal: LineReader {
  let gate: OutputGate
  private let lines = LineBatches(descriptor: 0)

  init(gate: OutputGate) { self.gate = gate }

  func readLine(prompt: String) async -> LineInput {
    gate.write(prompt)
    await gate.flush()
    guard let line = try? await lines.next().first else { return .endOfFile }
    return .line(line)
  }

  func remember(_ line: String) async {}
  func close() async {}
}
