import Drivers
import Synchronization

/// A user who may be asked, and remembers what was said.
final class Listener: Dialogue {
  private struct State {
    var lines: [String] = []
    var lendings = 0
    var isLent = false
  }

  private let state = Mutex(State())

  var isPossible: Bool { true }
  var lines: [String] { state.withLock(\.lines) }
  var lendings: Int { state.withLock(\.lendings) }
  var isLent: Bool { state.withLock(\.isLent) }

  func answer(_ question: String, isSecret: Bool) async -> String? { nil }

  func lendTerminal<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    state.withLock {
      $0.lendings += 1
      $0.isLent = true
    }
    defer { state.withLock { $0.isLent = false } }
    return try await body()
  }

  func show(_ text: String) { state.withLock { $0.lines.append(text) } }
}
