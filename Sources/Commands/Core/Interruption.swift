import Synchronization

/// The user's wish that the running command end, which loops look at and waits are woken by.
public final class Interruption: Sendable {
  private struct State {
    var requests = 0
    var waiting: [Int: (requests: Int, continuation: CheckedContinuation<Void, Never>)] = [:]
    var nextID = 0
    var wasTooLate = false
    var isHeeded = false
  }

  private let state = Mutex(State())

  /// Nobody has asked yet.
  public init() {}

  /// Whether the user asked.
  public var isRequested: Bool { state.withLock { $0.requests > 0 } }

  /// Whether a command waits for the user's wish, or will, so that it can end in its own way.
  public var isAwaited: Bool { state.withLock { $0.isHeeded || !$0.waiting.isEmpty } }

  /// From now on a command looks after the user's wishes, or no longer: also in moments in which nobody waits for one yet.
  public func heed(_ isHeeded: Bool) { state.withLock { $0.isHeeded = isHeeded } }

  /// Whether the command had done its work before the wish reached it, and so has succeeded all the same.
  public var wasTooLate: Bool { state.withLock { $0.wasTooLate } }

  /// The command has done its work, and the user's wish is no longer to be heeded.
  public func comesTooLate() { state.withLock { $0.wasTooLate = true } }

  /// The user asks.
  public func request() {
    let woken = state.withLock { state in
      state.requests += 1
      let woken = state.waiting.filter { $0.value.requests <= state.requests }
      for id in woken.keys { state.waiting[id] = nil }
      return woken.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// Waits until the user has asked, or has asked so many `times`, or the task is cancelled.
  public func wait(times: Int = 1) async {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state -> Bool in
          guard state.requests < times, !Task.isCancelled else { return true }
          state.waiting[id] = (times, continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: id) }?.continuation.resume()
    }
  }
}
