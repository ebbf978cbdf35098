import Commands

/// Values that a hypervisor gave a moment ago, so that a second Tab asks nobody, and an answer that came too late for the first one
/// is there for the next.
///
/// Each question is asked once at a time, in a task of its own: whoever waits may give up, the answer is kept all the same.
actor CompletionCache {
  /// Whose values: the connection's, nil if it is yet to be opened; and what else they depend on.
  struct Key: Hashable {
    let connection: ObjectIdentifier?
    let origin: CompletionOrigin
  }

  private struct Answer {
    let values: [String]
    let end: ContinuousClock.Instant
  }

  private struct Inquiry {
    let number: Int
    let task: Task<Void, Never>
    var waiting: [AsyncStream<[String]>.Continuation] = []
  }

  /// How long an answer is good for.
  private let lifetime: Duration
  private var answers: [Key: Answer] = [:]
  private var inquiries: [Key: Inquiry] = [:]
  private var inquiryCount = 0

  /// More values than these are not kept: nobody looks through them.
  static let mostValues = 20_000
  private static let mostAnswers = 64

  /// A cache whose answers are good for `lifetime`.
  init(lifetime: Duration = .seconds(2)) { self.lifetime = lifetime }

  /// The values for `key`: those of a moment ago, or what `fetch` gives. None when the waiting task is cancelled before.
  func values(for key: Key, fetch: @escaping @Sendable () async -> [String]) async -> [String] {
    if let answer = answers[key], answer.end > .now { return answer.values }
    let (stream, continuation) = AsyncStream.makeStream(of: [String].self)
    inquiries[key, default: inquire(key, fetch)].waiting.append(continuation)
    for await values in stream { return values }
    return []
  }

  /// Forgets everything, what is being asked for included: something has changed.
  func invalidate() {
    answers = [:]
    for inquiry in inquiries.values {
      inquiry.task.cancel()
      for continuation in inquiry.waiting { continuation.finish() }
    }
    inquiries = [:]
  }

  private func inquire(_ key: Key, _ fetch: @escaping @Sendable () async -> [String]) -> Inquiry {
    inquiryCount += 1
    let number = inquiryCount
    return Inquiry(number: number, task: Task { keep(await fetch(), for: key, inquiry: number) })
  }

  private func keep(_ values: [String], for key: Key, inquiry number: Int) {
    // It was called off meanwhile, and another may be under way.
    guard let inquiry = inquiries[key], inquiry.number == number else { return }
    inquiries[key] = nil
    let now = ContinuousClock.now
    answers = answers.filter { $0.value.end > now }
    if answers.count >= Self.mostAnswers { answers = [:] }
    let kept = Array(values.prefix(Self.mostValues))
    answers[key] = Answer(values: kept, end: now + lifetime)
    for continuation in inquiry.waiting {
      continuation.yield(kept)
      continuation.finish()
    }
  }
}
