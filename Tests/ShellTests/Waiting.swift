import TestDaemonKit

/// Waits until something is so; false when it does not come to be.
func waits(until condition: () async throws -> Bool) async throws -> Bool {
  try await Patience.waits(every: .milliseconds(5), until: condition)
}
