import Drivers
import LibvirtProtocol
import XDR

/// A connection to a Xen host, by way of xend or of the read-only proxy: the host says which.
public actor XenDriver<Host: XenHost>: Driver {
  /// What answers the calls.
  public nonisolated let host: Host
  private nonisolated let calls: OverlappingCalls<Host>

  /// A connection to a host.
  public init(_ host: Host, calls: OverlappingCalls<Host>) {
    self.host = host
    self.calls = calls
  }

  /// The end of the connection: by our own wish, or because the host is gone.
  public nonisolated var closure: ConnectionClosure { host.closure }

  /// The socket, or host and port.
  public nonisolated var endpoint: String? { host.endpoint }

  /// Enqueues a call: reads are carried out together, changes one after the other.
  public nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard closure.reason == nil else {
      return PendingReply(CallDescription(procedure), settled: .failure(LibvirtError.clientSocketClosed))
    }
    return calls.send(to: host, procedure, repeat each argument)
  }

  /// Xen's daemon and proxy tell of no events.
  public func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    throw LibvirtError.unsupported("virConnectDomainEventRegisterAny")
  }

  /// Carries out what was sent, then ends the connection.
  public func close() async {
    await calls.finish()
    await host.close()
    closure.close(.client)
  }
}

/// What stands behind a connection to Xen.
public protocol XenHost: Actor {
  /// The connection's end.
  nonisolated var closure: ConnectionClosure { get }
  /// What answers, for people: a socket, a host and port.
  nonisolated var endpoint: String { get }
  /// Gives back what the connection held.
  func close() async
}
