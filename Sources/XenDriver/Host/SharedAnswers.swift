/// Answers that several calls may share: one is good for every call that was sent before it was asked for.
///
/// So calls that leave together and want the same document cost one request, and none ever sees what is older than itself.
struct SharedAnswers {
  /// An answer on its way, or there.
  final class Fetch: Sendable {
    /// The last call that was sent when it was asked for.
    let newEnoughFor: UInt64
    let task: Task<XendAnswer, any Error>

    init(newEnoughFor: UInt64, _ task: Task<XendAnswer, any Error>) {
      self.newEnoughFor = newEnoughFor
      self.task = task
    }
  }

  private var fetches: [XendRequest: (fetch: Fetch, waiting: Int)] = [:]

  /// The answer to `request` for a call, from who asked already or from `ask`; noted as waited for.
  mutating func join(_ request: XendRequest, for call: UInt64, lastSent: UInt64, _ ask: () -> Task<XendAnswer, any Error>) -> Fetch {
    if let known = fetches[request], known.fetch.newEnoughFor >= call {
      fetches[request]?.waiting += 1
      return known.fetch
    }
    // Calls come in order: what was too old for one is too old for all after it.
    fetches = fetches.filter { $0.value.waiting > 0 || $0.value.fetch.newEnoughFor >= call }
    let fetch = Fetch(newEnoughFor: lastSent, ask())
    fetches[request] = (fetch, 1)
    return fetch
  }

  /// One waits no longer. When nobody does any more before the answer is there, it is given up.
  mutating func leave(_ request: XendRequest, _ fetch: Fetch, isGivenUp: Bool) {
    guard let known = fetches[request], known.fetch === fetch else { return }
    fetches[request]?.waiting -= 1
    if isGivenUp, known.waiting == 1 {
      fetches[request] = nil
      fetch.task.cancel()
    }
  }

  /// Something changes: what was known is known no more.
  mutating func forget() { fetches = [:] }
}
