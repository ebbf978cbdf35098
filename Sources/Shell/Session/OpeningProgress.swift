import Presentation
import Synchronization

/// How far the opening of a connection has come, for whoever waits for it.
final class OpeningProgress: Sendable {
  private struct State {
    var stage: String?
    var start = ContinuousClock.now
    var tell: (@Sendable (Diagnostic) -> Void)?
  }

  private let state = Mutex(State())

  /// What is being done; nil while nothing is opened.
  var stage: String? { state.withLock { $0.stage } }

  /// A connection is about to be opened; each stage is told to `tell`.
  func begin(_ tell: (@Sendable (Diagnostic) -> Void)?) { state.withLock { $0 = State(tell: tell) } }

  /// A stage has begun.
  func reach(_ stage: String) {
    let (start, tell) = state.withLock { state in
      state.stage = stage
      return (state.start, state.tell)
    }
    guard let tell else { return }
    tell(Diagnostic("\(fixedPoint(start.duration(to: .now).inSeconds, decimals: 3)) s: \(stage)", severity: .note))
  }

  /// It was opened, or could not be.
  func end() { state.withLock { $0 = State() } }
}
