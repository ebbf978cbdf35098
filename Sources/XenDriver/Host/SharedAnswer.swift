import Synchronization

/// An answer on its way, or there, and the calls that wait for it. When the last of them leaves before it is there, it is given up.
final class SharedAnswer: Sendable {
  private struct State {
    var outcome: Result<XendAnswer, any Error>?
    var task: Task<Void, Never>?
    /// How many have joined and neither left nor got it.
    var joined = 0
    var lastTicket = 0
    var waiting: [Int: CheckedContinuation<XendAnswer, any Error>] = [:]
    var isGivenUp = false

    /// One goes without the answer. Returns what nobody needs any more.
    mutating func leave() -> Task<Void, Never>? {
      joined -= 1
      guard joined == 0, outcome == nil else { return nil }
      isGivenUp = true
      return task
    }
  }

  /// The last call that was sent when it was asked for.
  let newEnoughFor: UInt64
  private let state = Mutex(State())

  init(newEnoughFor: UInt64) { self.newEnoughFor = newEnoughFor }

  /// Asks. To be called once, by who joins first.
  func begin(_ ask: @escaping @Sendable () async throws -> XendAnswer) {
    let task = Task {
      let outcome: Result<XendAnswer, any Error>
      do { outcome = .success(try await ask()) } catch { outcome = .failure(error) }
      settle(outcome)
    }
    state.withLock { $0.task = task }
  }

  /// Announces that the answer will be waited for; false where it was given up, or there is none.
  func join() -> Bool {
    state.withLock { state in
      if case .failure? = state.outcome { return false }
      guard !state.isGivenUp else { return false }
      state.joined += 1
      return true
    }
  }

  /// The answer, for one who has joined. Throws `CancellationError` at once when the task is cancelled, whoever else waits.
  var value: XendAnswer {
    get async throws {
      let ticket = state.withLock { state in
        state.lastTicket += 1
        return state.lastTicket
      }
      return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in wait(continuation, ticket) }
      } onCancel: {
        let (continuation, task) = state.withLock { state -> (CheckedContinuation<XendAnswer, any Error>?, Task<Void, Never>?) in
          guard let continuation = state.waiting.removeValue(forKey: ticket) else { return (nil, nil) }
          return (continuation, state.leave())
        }
        task?.cancel()
        continuation?.resume(throwing: CancellationError())
      }
    }
  }

  private func wait(_ continuation: CheckedContinuation<XendAnswer, any Error>, _ ticket: Int) {
    var abandoned: Task<Void, Never>?
    let outcome: Result<XendAnswer, any Error>? = state.withLock { state in
      if let outcome = state.outcome {
        state.joined -= 1
        return outcome
      }
      if Task.isCancelled {
        abandoned = state.leave()
        return .failure(CancellationError())
      }
      state.waiting[ticket] = continuation
      return nil
    }
    abandoned?.cancel()
    if let outcome { continuation.resume(with: outcome) }
  }

  private func settle(_ outcome: Result<XendAnswer, any Error>) {
    let waiting = state.withLock { state in
      defer { state.waiting = [:] }
      (state.outcome, state.task) = (outcome, nil)
      state.joined -= state.waiting.count
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume(with: outcome) }
  }
}
