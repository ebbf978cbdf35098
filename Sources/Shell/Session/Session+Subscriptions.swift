import Commands
import Drivers
import Libvirt
import LibvirtProtocol
import Presentation

/// Events that the user wants to see while other things are done.
struct Subscription {
  let id: Int
  let kinds: [DomainEventID]
  let domain: DomainRef?
  /// Reads the events of the current connection; nil while there is none.
  var reader: Task<Void, Never>?
}

extension Session {
  /// Shows events of these kinds as they happen.
  public func subscribe(_ kinds: [DomainEventID], _ domain: DomainRef?) async throws {
    let reader = try await reader(of: kinds, domain, on: try await connection())
    // Nobody wants to see an event twice; and a command may be run again when its connection is lost.
    if let index = subscriptions.firstIndex(where: { $0.kinds == kinds && $0.domain?.uuid == domain?.uuid }) {
      subscriptions[index].reader?.cancel()
      subscriptions[index].reader = reader
      return
    }
    lastSubscription += 1
    subscriptions.append(Subscription(id: lastSubscription, kinds: kinds, domain: domain, reader: reader))
  }

  /// Ends all subscriptions; how many there were.
  public func unsubscribe() -> Int {
    defer { subscriptions = [] }
    for subscription in subscriptions { subscription.reader?.cancel() }
    return subscriptions.count
  }

  /// The connection is another: what was subscribed to is of the old one.
  func endSubscriptions(because newName: String?) {
    let count = unsubscribe()
    guard count > 0, let newName else { return }
    observer.notice(Diagnostic("events are no longer shown: they were those of the host before \(newName)", severity: .note))
  }

  /// The connection is back: the daemon has forgotten who wanted to know what.
  func renewSubscriptions(on connection: Connection) async {
    for subscription in subscriptions {
      subscription.reader?.cancel()
      do {
        let reader = try await reader(of: subscription.kinds, subscription.domain, on: connection)
        // The actor was free meanwhile, and the user may have ended it.
        if let index = subscriptions.firstIndex(where: { $0.id == subscription.id }) {
          subscriptions[index].reader = reader
        } else {
          reader.cancel()
        }
      } catch {
        observer.notice(Diagnostic("cannot subscribe to events again: \(Diagnostic(describing: error).text)", severity: .warning))
      }
    }
  }

  private func reader(of kinds: [DomainEventID], _ domain: DomainRef?, on connection: Connection) async throws -> Task<Void, Never> {
    let events = try await connection.domainEvents(kinds, of: domain.map { Domain($0, on: connection) })
    return Task { [observer] in
      await withTaskCancellationHandler {
        // The end of the connection is told elsewhere.
        do { for try await event in events { observer.event(EventAnswer(event: event, time: nil)) } } catch {}
      } onCancel: {
        Task { await events.cancel() }
      }
    }
  }
}
