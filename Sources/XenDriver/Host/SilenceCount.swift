import Synchronization

/// How many domains of a list xend has said nothing of: a few need not spoil it, but nobody waits for one after the other.
final class SilenceCount: Sendable {
  private let count = Atomic(0)
  private let limit: Int

  /// None so far; fewer than `limit` are borne.
  init(limit: Int) { self.limit = limit }

  /// Counts one more; false if that is too many.
  func allowsAnother() -> Bool { count.add(1, ordering: .relaxed).newValue < limit }
}
