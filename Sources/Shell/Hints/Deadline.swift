/// What `body` gives within `limit`; nil when it takes longer, throws, or the caller is cancelled. What takes too long is cancelled and
/// not waited for.
func within<Result: Sendable>(_ limit: Duration, _ body: @escaping @Sendable () async throws -> Result?) async -> Result? {
  let (results, continuation) = AsyncStream.makeStream(of: Result?.self, bufferingPolicy: .bufferingOldest(1))
  let work = Task { continuation.yield((try? await body()).flatMap(\.self)) }
  let timer = Task {
    try? await Task.sleep(for: limit)
    continuation.yield(nil)
  }
  defer {
    work.cancel()
    timer.cancel()
  }
  return await results.first { _ in true }.flatMap(\.self)
}
