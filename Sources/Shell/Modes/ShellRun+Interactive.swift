import CommandLanguage
import Glibc
import LineEditor
import Presentation

extension ShellRun {
  /// Reads lines from the terminal until the user leaves.
  func interactive() async -> ExitStatus {
    if !invocation.isQuiet { gate.write(Banner.text(invocation.programName)) }
    let completion = SessionCompletion(session: session, dialect: invocation.dialect)
    let configuration = configuration(completion)
    let editor = LineEditor.isUsable ? LineEditor(configuration, screen: gate.screen) : nil
    let runner = runner(isInteractive: true, editor: editor)
    let reader: any LineReader = editor ?? PlainTerminal(gate: gate, interruption: interruption, needsMore: configuration.needsMore)
    let ending = TerminalSignals.watch(gate)
    if invocation.dialect == .virtsh, invocation.uri == nil { await connectAtOnce(runner) }
    while !session.isLeaving, !session.hasClosedInput {
      await gate.flush()
      interruption.waitForLine()
      switch await reader.readLine(prompt: await prompt) {
      case .endOfFile:
        gate.write("\n")
        await completion.close()
        await reader.close()
        if let signal = ending.signal { TerminalSignals.die(of: signal, gate) }
        return .success
      case .interrupted:
        // virsh dies of Ctrl-C at its prompt; we only drop the line.
        if invocation.dialect == .virsh {
          await reader.close()
          TerminalSignals.die(of: SIGINT, gate)
        }
        if editor == nil { gate.write("\n") }
        continue
      case .line(let text):
        let line = LexedLine(string: text, dialect: invocation.dialect)
        guard !line.commands.isEmpty || line.error != nil else { continue }
        await reader.remember(text)
        let status = await cancellable { await runner.run(line) }
        await completion.invalidate()
        // The lines behind one that was given up were typed in the belief that it would go well.
        if status == .interrupted { await editor?.dropTypeAhead() }
      }
    }
    if invocation.dialect == .virsh { gate.write("\n") }
    await completion.close()
    await reader.close()
    return .success
  }

  /// So that the prompt can say from the beginning where commands go. Without a connection the session begins all the same.
  private func connectAtOnce(_ runner: CommandRunner) async {
    await gate.flush()
    interruption.waitForLine()
    _ = await cancellable {
      do {
        _ = try await runner.waiting { try await session.connection() }
        return .success
      } catch {
        runner.complain(Diagnostic.all(of: error))
        await runner.advise(Failure(error))
        return .notConnected
      }
    }
  }

  private func configuration(_ completion: SessionCompletion) -> LineEditorConfiguration {
    var configuration = LineEditorConfiguration()
    configuration.program = invocation.programName
    configuration.historyPath = LineEditorConfiguration.usualHistoryPath()
    configuration.historySize = invocation.historySize
    configuration.completer = { await completion.completion(of: $0) }
    // virsh runs each line by itself and complains.
    if invocation.dialect == .virtsh {
      configuration.needsMore = { LexedLine(string: $0, dialect: .virtsh).error != nil }
    }
    configuration.complain = { [gate] text in
      gate.writeError(Diagnostic(text, severity: .warning).bytes)
      gate.flushNow()
    }
    return configuration
  }
}
