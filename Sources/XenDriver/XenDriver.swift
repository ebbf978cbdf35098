import Drivers
import LibvirtProtocol
import XDR

/// A connection to a Xen host, by way of xend or of the read-only proxy: the host says which.
actor XenDriver<Host: XenHost>: Driver {
  /// What answers the calls.
  nonisolated let host: Host
  /// What carries the connection: xend's socket, plain HTTP or the proxy.
  nonisolated let transportName: String?
  private nonisolated let calls: OverlappingCalls<Host>

  /// A connection to a host. `transportName` is what carries it.
  init(_ host: Host, calls: OverlappingCalls<Host>, transportName: String?) {
    self.host = host
    self.calls = calls
    self.transportName = transportName
  }

  /// The end of the connection: by our own wish, or because the host is gone.
  nonisolated var closure: ConnectionClosure { host.closure }

  /// The socket, or host and port.
  nonisolated var endpoint: String? { host.endpoint }

  /// Enqueues a call: reads are carried out together, changes one after the other.
  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard closure.reason == nil else {
      return PendingReply(CallDescription(procedure), settled: .failure(LibvirtError.clientSocketClosed))
    }
    return calls.send(to: host, procedure, repeat each argument)
  }

  /// Xen's daemon and proxy have no streams. A guest's console is a terminal of the host, and xend does not tell which.
  func open(_ stream: StreamRequest) async throws -> any DriverStream {
    let refusal = LibvirtError.unsupported(stream.name, .xen)
    throw stream.number == Remote.domainOpenConsole.number
      ? refusal.noting("on the Xen host itself, 'xm console DOMAIN' opens it") : refusal
  }

  /// Xen's daemon and proxy tell of no events.
  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    throw LibvirtError.unsupported("virConnectDomainEventRegisterAny")
  }

  /// Carries out what was sent, then ends the connection.
  func close() async {
    await calls.finish()
    await host.close()
    closure.close(.client)
  }
}

/// What stands behind a connection to Xen.
protocol XenHost: Actor {
  /// The connection's end.
  nonisolated var closure: ConnectionClosure { get }
  /// What answers, for people: a socket, a host and port.
  nonisolated var endpoint: String { get }
  /// Gives back what the connection held.
  func close() async
}
