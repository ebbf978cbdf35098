import CommandLanguage
import Commands

extension ShellRun {
  /// How long a shell waits for what its Tab can become.
  static let patience = Duration.seconds(1)

  /// Whether the run is one of `virtsh complete -- WORDS…`, by which shells complete. virsh has no special ways for it.
  var isForShell: Bool {
    guard invocation.dialect == .virtsh, case .words(let words) = invocation.source else { return false }
    return words.first == "complete"
  }

  /// Answers a shell: soon, and without a word about what is wrong.
  func answerShell(_ line: LexedLine) async -> ExitStatus {
    let (statuses, answer) = AsyncStream.makeStream(of: ExitStatus.self)
    let runner = runner(isInteractive: false)
    Task { answer.yield(await runner.run(line)) }
    Task {
      try? await Task.sleep(for: Self.patience)
      answer.yield(.failure)
    }
    // Whichever is first; the process ends with it, and so does the other.
    for await status in statuses { return status }
    return .failure
  }
}
