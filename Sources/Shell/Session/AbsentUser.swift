import Drivers
import Synchronization

/// Nobody to ask, which is remembered: with a user the attempt might have gone better.
final class AbsentUser: Dialogue {
  private let wanted = Atomic<Bool>(false)

  /// Whether there was something to ask.
  var wasWanted: Bool { wanted.load(ordering: .relaxed) }

  var isPossible: Bool {
    wanted.store(true, ordering: .relaxed)
    return false
  }

  func answer(_ question: String, isSecret: Bool) async -> String? {
    wanted.store(true, ordering: .relaxed)
    return nil
  }
}
