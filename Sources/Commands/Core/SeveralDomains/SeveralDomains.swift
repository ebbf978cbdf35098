import CommandLanguage
import Drivers
import Libvirt
import Presentation
import Synchronization

/// One command for several domains: a result for each, in their order; the others go on when one fails.
final class SeveralDomains: AsyncSequence, Sendable {
  private let command: ParsedCommand<any Command>
  private let option: Int
  private let items: [DomainSelection.Item]
  private let context: Context
  /// How many run at a time.
  private let width: Int
  private let failures = Mutex<[FailedPart]>([])
  /// Of so many domains it is found out what can be done about it: more would fail for no other reasons.
  private static let adviceLimit = 3

  init(_ command: ParsedCommand<any Command>, option: Int, items: [DomainSelection.Item], inTurn: Bool, in context: Context) {
    self.command = command
    self.option = option
    self.items = items
    self.context = context
    width = inTurn ? 1 : 4
  }

  struct Iterator: AsyncIteratorProtocol {
    private let series: SeveralDomains
    private var running: [Task<DomainResult, Never>] = []
    private var started = 0

    init(_ series: SeveralDomains) { self.series = series }

    /// The next result. When the user asks for the end no more are begun, and those that were are waited for.
    mutating func next() async throws -> DomainResult? {
      while running.count < series.width, started < series.items.count, !series.isOver {
        let (item, position) = (series.items[started], started)
        running.append(Task { [series] in await series.result(item, isFirst: position == 0) })
        started += 1
      }
      guard !running.isEmpty else {
        let left = series.items[started...]
        if left.isEmpty { return nil }
        throw CommandFailure("interrupted before \(left.map(\.name).shortened)")
      }
      let task = running.removeFirst()
      let result = await withTaskCancellationHandler {
        await task.value
      } onCancel: { [running] in
        for task in [task] + running { task.cancel() }
      }
      if !result.outcome.succeeded { series.noteFailure(result) }
      return result
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// What remains to be told. It succeeded if each did.
  func conclusion(_ end: Live.End) -> Outcome {
    if case .failed(let error) = end, !(error is CancellationError) { return .failed(Diagnostic.all(of: error)) }
    let failures = failures.withLock { $0 }
    var outcome = Outcome(succeeded: failures.isEmpty)
    outcome.failedParts = failures
    return outcome
  }

  private func noteFailure(_ result: DomainResult) {
    failures.withLock { failures in
      if failures.count < Self.adviceLimit { failures.append(FailedPart(name: result.name, outcome: result.outcome)) }
    }
  }

  private var isOver: Bool { Task.isCancelled || context.interruption.isRequested }

  private func result(_ item: DomainSelection.Item, isFirst: Bool) async -> DomainResult {
    switch item {
    case .nothing(let word, let reason): DomainResult(name: word, uuid: nil, outcome: .failed(reason), isFirst: isFirst)
    case .domain(let domain):
      DomainResult(name: domain.name, uuid: "\(domain.uuid)", outcome: await outcome(on: domain), isFirst: isFirst)
    }
  }

  private func outcome(on domain: Domain) async -> Outcome {
    do {
      let outcome = try await command.replacing(option, with: domain.name).bind().run(in: context.choosing(domain))
      if outcome.live != nil { return .failed("'\(command.info.name)' goes on by itself: it takes one domain") }
      return outcome
    } catch {
      return .failed(Diagnostic.all(of: error))
    }
  }
}

extension DomainSelection.Item {
  /// The domain's name, or the word that means none.
  var name: String {
    switch self {
    case .domain(let domain): domain.name
    case .nothing(let word, _): word
    }
  }
}
