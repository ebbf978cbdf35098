/// Waits until something is so; false after a minute.
func waits(until condition: () async throws -> Bool) async throws -> Bool {
  let end = ContinuousClock.now + .seconds(60)
  while try await !condition() {
    guard .now < end else { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
  return true
}
