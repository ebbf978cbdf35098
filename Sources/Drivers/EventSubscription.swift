import LibvirtProtocol
import Synchronization
import XDR

/// What can be subscribed to.
public enum EventKind: Hashable, Sendable {
  /// A domain event, by libvirt's `virDomainEventID`.
  case domain(DomainEventID)

  /// Which domain event this is.
  public var domainEvent: DomainEventID {
    switch self {
    case .domain(let event): event
    }
  }
}

/// An event as a driver delivers it.
public struct DriverEvent: Sendable {
  /// What happened.
  public let kind: EventKind
  /// The domain it happened to.
  public let domain: DomainRef
  /// The event's own record: the message of the wire protocol.
  public let message: any XDRCodable & Sendable

  /// An event of `domain` with its message.
  public init(kind: EventKind, domain: DomainRef, message: any XDRCodable & Sendable) {
    self.kind = kind
    self.domain = domain
    self.message = message
  }
}

/// The events of one subscription, in order, until it is cancelled or the connection ends.
///
/// Bounded: a reader that is too slow loses the oldest events and is told how many (``droppedCount``).
public final class EventSubscription: AsyncSequence, Sendable {
  /// An event as a driver delivers it.
  public typealias Element = DriverEvent
  /// How many events wait for a slow reader before the oldest are dropped.
  public static let capacity = 4096

  private let stream: AsyncThrowingStream<DriverEvent, any Error>
  private let continuation: AsyncThrowingStream<DriverEvent, any Error>.Continuation
  private let dropped = Mutex(0)
  private let onCancel: @Sendable () async -> Void

  /// A subscription; `onCancel` tells the driver that nobody listens any more.
  public init(onCancel: @escaping @Sendable () async -> Void) {
    (stream, continuation) = AsyncThrowingStream.makeStream(bufferingPolicy: .bufferingNewest(Self.capacity))
    self.onCancel = onCancel
  }

  /// How many events were lost because the reader was too slow.
  public var droppedCount: Int { dropped.withLock { $0 } }

  /// Hands an event to the reader.
  public func deliver(_ event: DriverEvent) {
    if case .dropped = continuation.yield(event) { dropped.withLock { $0 += 1 } }
  }

  /// Ends the sequence: with an error when the connection was lost.
  public func finish(throwing error: (any Error)? = nil) { continuation.finish(throwing: error) }

  /// Ends the subscription at the driver too.
  public func cancel() async {
    finish()
    await onCancel()
  }

  /// Steps through the events; one reader at a time.
  public func makeAsyncIterator() -> AsyncThrowingStream<DriverEvent, any Error>.Iterator { stream.makeAsyncIterator() }
}
