/// Answers that come over time, each shown as it comes.
public struct Live: AsyncSequence, Sendable {
  /// Any kind of answer.
  public typealias Element = any Answer
  /// The source may fail.
  public typealias Failure = any Error

  /// How a series came to its end.
  public enum End: Sendable {
    /// The source had no more.
    case finished
    /// The user stopped it.
    case interrupted
    /// The source failed.
    case failed(any Error)
  }

  private let start: @Sendable () -> AsyncIterator
  private let conclude: @Sendable (End, Int) -> Outcome
  /// Whether the answers are the parts of one, which JSON has in an array; else each stands on a line of its own.
  public let isOneAnswer: Bool

  /// Answers from any source. `concluding` says what remains to be told after the last: it is given how the series ended and
  /// how many answers were shown.
  public init<Source: AsyncSequence & Sendable>(
    _ source: Source, isOneAnswer: Bool = false, concluding: @escaping @Sendable (End, Int) -> Outcome = Live.plainConclusion
  ) where Source.Element: Answer {
    start = {
      var iterator = source.makeAsyncIterator()
      return AsyncIterator { try await iterator.next() }
    }
    conclude = concluding
    self.isOneAnswer = isOneAnswer
  }

  /// Steps through the answers.
  public struct AsyncIterator: AsyncIteratorProtocol {
    let step: () async throws -> (any Answer)?

    /// The next answer, when it comes; nil at the end.
    public mutating func next() async throws -> (any Answer)? {
      try await step()
    }
  }

  /// Starts the source.
  public func makeAsyncIterator() -> AsyncIterator { start() }

  /// What remains to be told once the series has ended.
  public func conclusion(_ end: End, count: Int) -> Outcome { conclude(end, count) }

  /// Nothing more to tell: success unless the source failed.
  public static let plainConclusion: @Sendable (End, Int) -> Outcome = { end, _ in
    guard case .failed(let error) = end else { return Outcome() }
    return .failed("\(error)")
  }
}
