import Synchronization

/// Lets go who waits for the first of several arrivals.
final class FirstOfTwo: Sendable {
  private let continuation: Mutex<CheckedContinuation<Void, Never>?>

  init(_ continuation: CheckedContinuation<Void, Never>) { self.continuation = Mutex(continuation) }

  func arrive() {
    continuation.withLock { waiting in
      waiting?.resume()
      waiting = nil
    }
  }
}
