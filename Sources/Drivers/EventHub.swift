import LibvirtProtocol
import Synchronization

/// Hands each event of a driver to all who subscribed to it.
public final class EventHub: Sendable {
  private struct Listener {
    let kind: EventKind
    let domain: UUID?
    let subscription: EventSubscription
  }

  private struct State {
    var nextID = 0
    var listeners: [Int: Listener] = [:]
    var end: (any Error)?
    var isEnded = false
  }

  private let state = Mutex(State())

  /// A hub without listeners.
  public init() {}

  /// Adds a listener. `onLast` is called with the kind when the last listener of that kind is gone.
  public func subscribe(
    _ kind: EventKind, _ domain: DomainRef?, onLast: @escaping @Sendable (EventKind) async -> Void = { _ in }
  ) -> EventSubscription {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    let subscription = EventSubscription { [weak self] in
      if let self, self.remove(id) { await onLast(kind) }
    }
    state.withLock { state in
      if state.isEnded {
        subscription.finish(throwing: state.end)
      } else {
        state.listeners[id] = Listener(kind: kind, domain: domain?.uuid, subscription: subscription)
      }
    }
    return subscription
  }

  /// Whether anybody listens to a kind.
  public func isWanted(_ kind: EventKind) -> Bool {
    state.withLock { $0.listeners.values.contains { $0.kind == kind } }
  }

  /// Delivers an event to those who asked for it.
  public func publish(_ event: DriverEvent) {
    let listeners = state.withLock { $0.listeners.values.filter { $0.kind == event.kind } }
    for listener in listeners where listener.domain == nil || listener.domain == event.domain.uuid {
      listener.subscription.deliver(event)
    }
  }

  /// Ends all subscriptions, with an error when the connection was lost.
  public func finish(throwing error: (any Error)? = nil) {
    let listeners = state.withLock { state in
      defer { state.listeners = [:] }
      state.isEnded = true
      state.end = error
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.subscription.finish(throwing: error) }
  }

  private func remove(_ id: Int) -> Bool {
    state.withLock { state in
      guard let gone = state.listeners.removeValue(forKey: id) else { return false }
      return !state.listeners.values.contains { $0.kind == gone.kind }
    }
  }
}
