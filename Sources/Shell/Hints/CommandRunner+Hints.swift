import CommandLanguage
import Commands
import Presentation

extension CommandRunner {
  /// Under our own name: says what can be done about a failure, if that is known.
  func advise(_ failure: Failure, about command: ParsedCommand<any Command>? = nil, in context: Context? = nil) async {
    guard style.dialect == .virtsh, !isInterrupted(context) else { return }
    if failure.error is CancellationError { return }
    // Checking may take a moment: the error itself is on the screen by then.
    if style.isInteractive { await gate.flush() }
    for note in failure.notes where style.isInteractive || advisor.isNew(note) { complain([Diagnostic(note, severity: .note)]) }
    say(await advisor.hint(about: failure, in: await scene(command, context)), in: context)
  }

  /// Whether a person may miss domains in the answer.
  func isUnexpectedlyEmpty(_ outcome: Outcome, of command: ParsedCommand<any Command>) -> Bool {
    style.dialect == .virtsh && (style.isInteractive || style.isTerminal) && command.info.name == "list" && outcome.answer?.names == []
  }

  /// Says where the domains are that a person may miss in an empty list.
  func adviseOnEmptyList(of command: ParsedCommand<any Command>, in context: Context) async {
    guard !isInterrupted(context) else { return }
    await gate.flush()
    say(await advisor.hintAboutEmptyList(in: await scene(command, context)), in: context)
  }

  private func scene(_ command: ParsedCommand<any Command>?, _ context: Context?) async -> Scene {
    Scene(
      command: command, context: context, connection: await session.openConnection, environment: advisor.environment, host: advisor.host)
  }

  private func say(_ hint: String?, in context: Context?) {
    guard let hint, !isInterrupted(context), style.isInteractive || advisor.isNew(hint) else { return }
    complain([Diagnostic(hint, severity: .hint)])
  }

  private func isInterrupted(_ context: Context?) -> Bool { Task.isCancelled || context?.interruption.isRequested == true }
}
