import Synchronization

/// How far a job is that a user watches, and what the user can do next.
///
/// What the user has asked for is told at once: a server that is busy with stopping may not say how far the job is.
final class WatchedWork: Sendable {
  private let shown: Mutex<WorkAmount>

  /// Nothing is known yet of the work that `amount` names.
  init(_ amount: WorkAmount) {
    var amount = amount
    amount.hint = "Ctrl-C stops it"
    shown = Mutex(amount)
  }

  /// What is to be shown once it is changed.
  func update(_ change: (inout WorkAmount) -> Void) -> WorkAmount {
    shown.withLock { amount in
      change(&amount)
      return amount
    }
  }
}
