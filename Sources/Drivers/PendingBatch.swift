/// The replies of many calls that went out together.
public struct PendingBatch<Reply: Sendable>: Sendable {
  let replies: [PendingReply<Reply>]

  /// A batch of calls under way, in the order of their sending.
  public init(_ replies: [PendingReply<Reply>]) { self.replies = replies }

  /// Awaits all: a reply or an error for each call, in the order of sending.
  public var results: [Result<Reply, any Error>] {
    get async {
      var results: [Result<Reply, any Error>] = []
      results.reserveCapacity(replies.count)
      for reply in replies { results.append(await reply.result) }
      return results
    }
  }

  /// Awaits all for at most so long; what has no answer by then is given up.
  public func results(within limit: Duration) async -> [Result<Reply, any Error>] {
    let timer = Task {
      try await Task.sleep(for: limit)
      for reply in replies where reply.settled == nil { reply.abandon() }
    }
    defer { timer.cancel() }
    return await results
  }

  /// Awaits all replies; throws the first error.
  public var values: [Reply] {
    get async throws { try await results.map { try $0.get() } }
  }
}
