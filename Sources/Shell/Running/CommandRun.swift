import CommandLanguage
import Commands
import Drivers
import Presentation
import Synchronization

/// One command, from its words to its exit status, over as many connections as it takes.
///
/// Under our own name a command that has only read when its connection is lost is run again as a whole on the next one. One that may
/// have changed something never is: it fails, and says what was done and what is unknown.
struct CommandRun {
  let runner: CommandRunner
  let parsed: ParsedCommand<any Command>
  let interruption: Interruption
  let place: ScriptPlace?
  /// Whether the time is over: that the command was interrupted is then no news.
  private let lateness = Lateness()
  private let terminal: LentTerminal

  private var style: CommandRunner.Style { runner.style }

  init(runner: CommandRunner, parsed: ParsedCommand<any Command>, interruption: Interruption, place: ScriptPlace?) {
    self.runner = runner
    self.parsed = parsed
    self.interruption = interruption
    self.place = place
    terminal = LentTerminal(gate: runner.gate, interruption: runner.interruption, dialect: runner.style.dialect, console: runner.console)
  }

  /// Runs the command, shows what it has to say, and gives its status.
  func status() async -> ExitStatus {
    guard let limit = style.timeLimit else { return await attempts() }
    return await withTaskGroup(of: ExitStatus?.self) { group in
      group.addTask { await attempts() }
      group.addTask {
        try? await Task.sleep(for: limit)
        return nil
      }
      if case .some(.some(let status)) = await group.next() {
        group.cancelAll()
        return status
      }
      let isOurs = !Task.isCancelled
      if isOurs {
        lateness.isLate = true
        runner.interruption.endPrograms()
        runner.complain([Diagnostic("'\(parsed.info.name)' was given up: it took longer than \(limit.inSeconds) s (--within)")], at: place)
      }
      group.cancelAll()
      for await status in group { if let status, status != .interrupted || !isOurs { return status == .success ? .failure : status } }
      return .failure
    }
  }

  /// Whether an error says no more than that the command was given up.
  private static func isCancellation(_ error: any Error) -> Bool {
    switch error {
    case let error as CommandFailure: error.cause.map(isCancellation) ?? false
    case let error as ConnectError: isCancellation(error.cause)
    default: error is CancellationError
    }
  }

  /// How often a command is run again without getting anywhere: one that ends its daemon each time must not go on for ever.
  private static let repetitions = 5

  private func attempts() async -> ExitStatus {
    var last: Context?
    do {
      return try await runner.redirecting(parsed) { try await attempts(on: $0, &last) }
    } catch {
      if !(lateness.isLate && Self.isCancellation(error)) { runner.complain(Diagnostic.all(of: error), at: place) }
      await runner.advise(Failure(error), about: parsed, in: last)
      if let last { tellChanges(in: last) }
      return ExitStatus.of(error)
    }
  }

  private var trace: LookupTrace? {
    guard style.tracesAsVirsh else { return nil }
    return LookupTrace(command: parsed.info.name, level: style.debugLevel) { [gate = runner.gate] in gate.write("\($0)\n") }
  }

  /// Throws what the last attempt threw.
  private func attempts(on output: RedirectedOutput?, _ last: inout Context?) async throws -> ExitStatus {
    var repetitions = 0
    var liveCount = 0
    while true {
      let progress = ProgressDisplay(runner.gate, hasLine: style.showsWaits)
      let context = Context(
        dialect: style.dialect, session: runner.session, isInteractive: style.isInteractive, interruption: interruption,
        terminal: terminal, progress: progress, isQuiet: style.isQuiet, trace: trace)
      last = context
      var outcome: Outcome
      do {
        outcome = try await runner.waiting(progress) { try await self.outcome(in: context) }
      } catch {
        guard repetitions < Self.repetitions, isRepeatable(context) else { throw error }
        repetitions += 1
        continue
      }
      // The answer may be half of one: rows that could not be asked for are left out.
      if repetitions < Self.repetitions, isRepeatable(context) {
        repetitions += 1
        continue
      }
      // A series that is one answer comes at once where it has to be whole: as JSON, below one header, and in a file.
      if [.json, .csv, .tsv].contains(style.form) || output != nil { outcome = await runner.waiting { await outcome.gathered() } }
      guard let live = outcome.live else { return try await show(outcome, on: output, in: context) }
      if let answer = outcome.answer { try await runner.write(answer, on: output) }
      runner.complain(outcome.diagnostics, at: place)
      let before = liveCount
      var end: Live.End
      (liveCount, end) = await runner.showSeries(live, after: liveCount, on: output, at: place)
      if case .finished = end, interruption.isRequested { end = .interrupted }
      if liveCount > before { repetitions = 0 }
      if case .failed = end, repetitions < Self.repetitions, isRepeatable(context) {
        repetitions += 1
        continue
      }
      let status = try await show(live.conclusion(end, count: liveCount), on: output, in: context)
      return output?.isClosed == true ? .success : status
    }
  }

  /// Shows the answer and what else there is to say.
  private func show(_ outcome: Outcome, on output: RedirectedOutput?, in context: Context) async throws -> ExitStatus {
    if let answer = outcome.answer { try await runner.write(answer, on: output) }
    runner.complain(outcome.diagnostics, at: place)
    for part in outcome.failedParts {
      if let failure = Failure(part.outcome) { await runner.advise(failure, about: parsed.naming(domain: part.name), in: context) }
    }
    if outcome.failedParts.isEmpty, let failure = Failure(outcome) { await runner.advise(failure, about: parsed, in: context) }
    if runner.isUnexpectedlyEmpty(outcome, of: parsed) { await runner.adviseOnEmptyList(of: parsed, in: context) }
    tellChanges(in: context)
    return ExitStatus.of(outcome)
  }

  private func outcome(in context: Context) async throws -> Outcome {
    // virsh connects before a command that works on a connection says anything else.
    if parsed.info.needsConnection { try await context.connection.changes.begin() }
    try parsed.checkExclusive()
    return try await parsed.outcome(in: context)
  }

  /// Whether the command lost its connection before it could have changed anything, and is still wanted. What the user has done with it
  /// at the terminal is nothing that could be repeated.
  private func isRepeatable(_ context: Context) -> Bool {
    guard style.dialect == .virtsh, !terminal.wasLent, let connection = context.heldConnection, connection.isLost else { return false }
    return !interruption.isRequested && !Task.isCancelled && !connection.changes.summary.hasReachedOtherSide
  }

  /// After a loss in the middle of changes: what was done, what is unknown, and how to find out.
  private func tellChanges(in context: Context) {
    guard style.dialect == .virtsh, let connection = context.heldConnection else { return }
    let summary = connection.changes.summary
    guard !summary.unknown.isEmpty || connection.isLost && !summary.done.isEmpty else { return }
    var parts = summary.done.isEmpty ? [] : ["done: \(Self.list(summary.done))"]
    if !summary.unknown.isEmpty { parts.append("unknown: \(Self.list(summary.unknown))") }
    let question = ChangeQuestion(parsed, summary.unknown + summary.done)
    let hint = parts.joined(separator: "; ") + "; it is not repeated by itself, \(question.text)"
    runner.complain([Diagnostic(hint, severity: .hint)], at: place)
  }

  private static func list(_ names: [String]) -> String {
    names.count <= 5 ? names.joined(separator: ", ") : names.prefix(4).joined(separator: ", ") + " and \(names.count - 4) more"
  }
}

/// Whether a command's time is over.
private final class Lateness: Sendable {
  private let state = Atomic(false)

  var isLate: Bool {
    get { state.load(ordering: .relaxed) }
    set { state.store(newValue, ordering: .relaxed) }
  }
}

/// How a user finds out what became of a change.
struct ChangeQuestion {
  let text: String

  /// The question for a command and the procedures that it called.
  init(_ parsed: ParsedCommand<any Command>, _ procedures: [String]) {
    let object = parsed.raw("domain") ?? parsed.raw("network") ?? parsed.raw("pool")
    let ask: String =
      if procedures.contains(where: { $0.hasPrefix("virStorageVol") }) {
        "vol-list"
      } else if procedures.contains(where: { $0.hasPrefix("virStoragePool") }) {
        object.map { "pool-info \($0)" } ?? "pool-list --all"
      } else if procedures.contains(where: { $0.hasPrefix("virNetwork") }) {
        object.map { "net-info \($0)" } ?? "net-list --all"
      } else {
        object.map { "dominfo \($0)" } ?? "list --all"
      }
    text = "'\(ask)' shows what became of it"
  }
}

extension Connection {
  /// Whether it ended without our doing.
  var isLost: Bool { closeReason.map { $0 != .client } ?? false }
}
