import ConnectionURI
import LibvirtProtocol
import XDR

/// Anything that answers libvirt procedures: a daemon at the end of a socket, the test host in this process, xend.
///
/// Calls are enqueued in program order by a synchronous method, so that independent calls can be sent together and
/// cost one round trip; what differs between hypervisors is only which procedures get an answer. A procedure that a
/// driver does not have is answered by ``LibvirtError`` number 3, libvirt's own "not supported by the connection driver".
public protocol Driver: Actor {
  /// The connection's end: known once it has come, and awaitable before.
  nonisolated var closure: ConnectionClosure { get }

  /// What answers at the other end, for people: a socket, a host and port; nil for a driver in this process.
  nonisolated var endpoint: String? { get }

  /// What carries the connection to ``endpoint``, for people; nil where it is the transport of the URI.
  nonisolated var transportName: String? { get }

  /// Where a task runs best that does little but call this driver; nil where that makes no difference.
  ///
  /// Nothing that may block belongs there.
  nonisolated var callerExecutor: (any TaskExecutor)? { get }

  /// Enqueues a call in program order and returns at once.
  ///
  /// The reply is awaited, abandoned or cancelled through what is returned.
  nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply>

  /// Enqueues one call for each of `first`, all in one write where the driver has a wire and the window lets them.
  ///
  /// The results come in the order of `first`, a reply or an error for each.
  nonisolated func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], window: BatchWindow, _ rest: repeat each Rest
  ) -> PendingBatch<Reply>

  /// Subscribes to events of a kind, of one domain or of all.
  ///
  /// Throws what the driver says when it has no such events.
  func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription

  /// Opens a stream by the call that starts it.
  func open(_ stream: StreamRequest) async throws -> any DriverStream

  /// Ends the connection in an orderly way: what was sent is answered first. Later calls fail. Idempotent.
  func close() async
}

extension Driver {
  /// Drivers without a wire answer by themselves.
  public nonisolated var endpoint: String? { nil }

  /// The URI says it.
  public nonisolated var transportName: String? { nil }

  /// No place is better than another.
  public nonisolated var callerExecutor: (any TaskExecutor)? { nil }

  /// Sends the calls one after the other: for drivers without a wire.
  public nonisolated func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], window: BatchWindow, _ rest: repeat each Rest
  ) -> PendingBatch<Reply> {
    PendingBatch(first.map { send(procedure, $0, repeat each rest) })
  }

  /// The same with the usual window.
  public nonisolated func send<Reply, First, each Rest>(
    _ procedure: Procedure<Reply, First, repeat each Rest>, forEach first: [First], _ rest: repeat each Rest
  ) -> PendingBatch<Reply> {
    send(procedure, forEach: first, window: .usual, repeat each rest)
  }

  /// Sends a call and awaits its reply.
  @discardableResult
  public nonisolated func call<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) async throws -> Reply {
    try await send(procedure, repeat each argument).value
  }

  /// A driver without streams says so in libvirt's words.
  public func open(_ stream: StreamRequest) async throws -> any DriverStream {
    throw LibvirtError.unsupported(stream.name)
  }
}
