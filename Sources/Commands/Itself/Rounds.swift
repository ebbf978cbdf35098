import CommandLanguage
import Glibc
import LibvirtProtocol
import Presentation
import Synchronization

/// The answers of a command that is run again and again, until the user ends it.
///
/// What a round fails with is part of it, and the next may succeed: a domain may be started, a lost connection opened again. Only a
/// command that is wrong in itself ends the series.
final class Rounds: AsyncSequence, Sendable {
  private let command: ParsedCommand<any Command>
  private let title: String
  private let interval: Duration
  private let count: Int?
  private let context: Context
  private let lastSucceeded = Mutex(true)

  /// The rounds of a command, `interval` from the beginning of one to that of the next, or more when one takes longer.
  init(of command: ParsedCommand<any Command>, title: String, every interval: Duration, count: Int?, in context: Context) {
    self.command = command
    self.title = title
    self.interval = interval
    self.count = count
    self.context = context
  }

  struct Iterator: AsyncIteratorProtocol {
    let rounds: Rounds
    private var number = 0
    private var start = ContinuousClock.now

    init(_ rounds: Rounds) { self.rounds = rounds }

    mutating func next() async throws -> Round? {
      if let count = rounds.count, number >= count { return nil }
      number += 1
      let due = number == 1 ? start : Swift.max(.now, start.advanced(by: rounds.interval))
      start = due
      return try await rounds.unlessInterrupted { [rounds, number] in
        try await Task.sleep(until: due, clock: .continuous)
        return try await rounds.round(number)
      }
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(self) }

  /// What remains to be told: why the series could not go on. It succeeded if its last round did.
  func conclusion(_ end: Live.End) -> Outcome {
    guard case .failed(let error) = end else { return Outcome(succeeded: lastSucceeded.withLock { $0 }) }
    return .failed(Diagnostic.all(of: error))
  }

  /// Nil when the user asks for the end before `body` is through.
  private func unlessInterrupted(_ body: @escaping @Sendable () async throws -> Round) async throws -> Round? {
    guard !context.interruption.isRequested else { return nil }
    return try await withThrowingTaskGroup(of: Round?.self) { group in
      group.addTask { try await body() }
      group.addTask { [context] in
        await context.interruption.wait()
        return nil
      }
      defer { group.cancelAll() }
      do {
        return try await group.next() ?? nil
      } catch is CancellationError {
        return nil
      }
    }
  }

  private func round(_ number: Int) async throws -> Round {
    // Each round looks for the session's connection anew: it may be another by now.
    let context = context.readingOnly()
    do {
      let outcome = try await command.outcome(in: context).gathered()
      if outcome.live != nil { throw UsageError("watch cannot repeat '\(command.info.name)': it goes on by itself") }
      lastSucceeded.withLock { $0 = outcome.succeeded }
      return await round(number, outcome.answer, outcome.diagnostics)
    } catch let error as CancellationError {
      throw error
    } catch let error as UsageError {
      throw error
    } catch let error as CommandFailure where Self.changesSomething(error.cause) {
      throw CommandFailure("watch repeats only what changes nothing", cause: error)
    } catch {
      lastSucceeded.withLock { $0 = false }
      return await round(number, nil, Diagnostic.all(of: error))
    }
  }

  private func round(_ number: Int, _ answer: (any Answer)?, _ diagnostics: [Diagnostic]) async -> Round {
    let place = try? await context.connection.name
    return Round(
      number: number, title: title, place: place ?? "not connected", time: Self.time(), answer: answer, diagnostics: diagnostics)
  }

  private static func changesSomething(_ error: (any Error)?) -> Bool {
    guard let error = error as? LibvirtError else { return false }
    return error.code == .operationDenied
  }

  /// The time of day by the user's clock, as RFC 3339 has it but for the colon in the zone.
  private static func time() -> String {
    var seconds = Glibc.time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
