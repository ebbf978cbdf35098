import ConnectionURI
import Drivers
import LibvirtProtocol
import Synchronization
import XDR

/// A connection to a test host in this process: `test:///default`, or a host of the user's own from a file.
public actor TestDriver: Driver {
  /// The end of the connection: only our own wish ends it.
  public nonisolated let closure = ConnectionClosure()
  /// The host behind the connection.
  public nonisolated let host: TestHost
  private nonisolated let queue: CallQueue<TestHost>
  private var lease: DefaultHost.Lease?

  /// A connection to a host.
  public init(host: TestHost) {
    self.host = host
    queue = CallQueue(TestHost.handlers)
  }

  /// A connection to the host that all connections of the process share, under the URI that this one was opened with.
  init(_ lease: DefaultHost.Lease, uri: String) {
    host = lease.host
    self.lease = lease
    var handlers = TestHost.handlers
    if uri != host.uri { handlers.on(Remote.connectGetUri) { _ in uri } }
    queue = CallQueue(handlers)
  }

  /// Enqueues a call for the host; nothing leaves the process.
  public nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard closure.reason == nil else {
      return PendingReply(
        CallDescription(procedure), settled: .failure(LibvirtError(.invalidConn, TestHost.errorDomain, "the connection is closed")))
    }
    return queue.send(to: host, procedure, repeat each argument)
  }

  /// Subscribes to the host's events; kinds that never happen here are accepted and stay silent.
  public func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    host.events.subscribe(kind, domain)
  }

  /// Carries out what was sent, then ends the connection.
  public func close() async {
    await queue.advance()
    closure.close(.client)
    lease = nil
  }
}

extension TestDriver {
  /// Opens `test:///default` or `test:///path/to/definitions`.
  ///
  /// Throws libvirt's errors: no path, a file that cannot be read or understood, and keepalive where the user insisted on it.
  public static func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    guard !uri.path.isEmpty, uri.path != "/" else {
      throw LibvirtError(.invalidArg, TestHost.errorDomain, "testOpen: supply a path or use test:///default")
    }
    if uri.path == "/default" {
      try context.missKeepalive()
      return TestDriver(DefaultHost.lease(), uri: uri.description)
    }
    let node: NodeDefinition
    do { node = try NodeDefinition(file: uri.path) } catch { throw LibvirtError(error) }
    let host = try TestHost.host(of: node, uri: uri.description)
    try await TestHost.authenticate(node.users, by: context.dialogue)
    try context.missKeepalive()
    return TestDriver(host: host)
  }
}
