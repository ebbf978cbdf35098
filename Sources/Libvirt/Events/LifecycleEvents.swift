import Drivers
import LibvirtProtocol

/// Something that happened to a domain as a whole: it was defined, started, stopped, …
public struct LifecycleEvent: Sendable {
  /// The domain it happened to.
  public let domain: Domain
  /// What happened; nil for something that is newer than this library.
  public let change: DomainEventType?
  /// Why, in virsh's words: `Booted`, `Destroyed`; `unknown` for a reason that is newer than this library.
  public let detail: String
}

/// The lifecycle events of a connection as they happen.
///
/// Nobody who stops reading has to say so: with the last iterator the subscription ends, at the hypervisor too.
public struct LifecycleEvents: AsyncSequence, Sendable {
  /// Something that happened to a domain as a whole.
  public typealias Element = LifecycleEvent
  private let connection: Connection
  private let lease: Lease

  /// Ends a subscription when nobody holds it any more.
  fileprivate final class Lease: Sendable {
    let subscription: EventSubscription
    init(_ subscription: EventSubscription) { self.subscription = subscription }
    deinit { Task { [subscription] in await subscription.cancel() } }
  }

  init(_ subscription: EventSubscription, on connection: Connection) {
    self.connection = connection
    lease = Lease(subscription)
  }

  /// How many events were lost because nobody read them in time.
  public var droppedCount: Int { lease.subscription.droppedCount }

  /// Steps through the events; one reader at a time.
  public func makeAsyncIterator() -> Iterator {
    Iterator(connection: connection, lease: lease, events: lease.subscription.makeAsyncIterator())
  }

  /// Steps through the events.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let connection: Connection
    fileprivate let lease: Lease
    fileprivate var events: EventSubscription.AsyncIterator

    /// The next event; nil when the connection was closed. Throws when it was lost.
    public mutating func next() async throws -> LifecycleEvent? {
      while let event = try await events.next() {
        guard let message = event.message as? DomainLifecycleEvent else { continue }
        return LifecycleEvent(
          domain: Domain(event.domain, on: connection), change: DomainEventType(rawValue: message.event),
          detail: Words.lifecycleDetail(message.event, message.detail))
      }
      return nil
    }
  }
}

extension Connection {
  /// Subscribes to what happens to domains as a whole, of one domain or of all. Nothing that happens after this returns is missed,
  /// as long as it is read in time.
  ///
  ///     for try await event in try await connection.lifecycleEvents() { … }
  ///
  /// Throws what the driver says when it has no such events.
  public func lifecycleEvents(of domain: Domain? = nil) async throws -> LifecycleEvents {
    LifecycleEvents(try await subscribe(.domain(.lifecycle), domain?.ref), on: self)
  }
}
