import Synchronization

/// The user's wish that the running command end, which loops look at and waits are woken by.
public final class Interruption: Sendable {
  private struct State {
    var isRequested = false
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextID = 0
  }

  private let state = Mutex(State())

  /// Nobody has asked yet.
  public init() {}

  /// Whether the user asked.
  public var isRequested: Bool { state.withLock { $0.isRequested } }

  /// Whether a command waits for the user's wish, so that it can end in its own way.
  public var isAwaited: Bool { state.withLock { !$0.waiting.isEmpty } }

  /// The user asks.
  public func request() {
    let waiting = state.withLock { state in
      defer { state.waiting = [:] }
      state.isRequested = true
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Waits until the user asks, or the task is cancelled.
  public func wait() async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state -> Bool in
          guard !state.isRequested, !Task.isCancelled else { return true }
          state.waiting[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
  }
}
