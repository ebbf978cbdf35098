import Synchronization

/// What a user who watches a job can do next.
final class StopWish: Sendable {
  private let text = Mutex("Ctrl-C stops it")

  /// In words, for the line that shows the progress.
  var hint: String {
    get { text.withLock { $0 } }
    set { text.withLock { $0 = newValue } }
  }
}
