import CommandLanguage
import Commands
import Presentation

extension CommandRunner {
  /// A line that names a form or a program which does not exist does nothing at all.
  func refuse(_ commands: [ParsedCommand<any Command>], at place: ScriptPlace?) -> ExitStatus? {
    for command in commands {
      if let form = command.raw("output"), OutputForm(rawValue: form) == nil {
        complain(Diagnostic.all(of: UsageError.unknownForm(form)), at: place?.forward(command.line - 1))
        return .usage
      }
      guard let destination = command.destination else { continue }
      do throws(CommandFailure) {
        for program in destination.programs { try RunningProgram.check(program.first ?? "") }
      } catch {
        complain(Diagnostic.all(of: error), at: place?.forward(command.line - 1))
        return .failure
      }
    }
    return nil
  }

  /// Runs `body` with the place its answer goes to, nil being standard output, and sees that the answer arrives there.
  ///
  /// Throws before `body` runs when the place cannot be opened.
  func redirecting(
    _ parsed: ParsedCommand<any Command>, _ body: (RedirectedOutput?) async throws -> ExitStatus
  ) async throws -> ExitStatus {
    guard let destination = parsed.destination else { return try await body(nil) }
    let output = RedirectedOutput(destination, gate: gate, interruption: interruption)
    try await output.open()
    let status: ExitStatus
    do {
      status = try await body(output)
    } catch {
      // What the command has to tell comes first, whatever its programs say.
      try? await output.finish(succeeded: false)
      throw error
    }
    do {
      try await output.finish(succeeded: status == .success)
    } catch is CancellationError {
      return .interrupted
    }
    return status
  }
}
