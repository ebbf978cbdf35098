import ConnectionURI
import Drivers
import LibvirtProtocol
import Synchronization
import XDR

/// A connection to a test host in this process: `test:///default`, or a host of the user's own from a file.
public actor TestDriver: Driver {
  public nonisolated let closure = ConnectionClosure()
  /// The host behind the connection.
  public nonisolated let host: TestHost
  private nonisolated let queue = CallQueue(TestHost.handlers)

  /// A connection to a host.
  public init(host: TestHost) { self.host = host }

  public nonisolated func send<Reply, each Argument>(
    _ procedure: Procedure<Reply, repeat each Argument>, _ argument: repeat each Argument
  ) -> PendingReply<Reply> {
    guard closure.reason == nil else {
      return PendingReply(
        CallDescription(procedure), settled: .failure(LibvirtError(.invalidConn, TestHost.errorDomain, "the connection is closed")))
    }
    return queue.send(to: host, procedure, repeat each argument)
  }

  public func subscribe(_ kind: EventKind, _ domain: DomainRef?) async throws -> EventSubscription {
    host.events.subscribe(kind, domain)
  }

  public func close() async {
    await queue.advance()
    closure.close(.client)
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
    if context.keepalive.isExplicit, context.keepalive.interval > 0 { throw LibvirtError.unsupported("virConnectSetKeepAlive") }
    if uri.path == "/default" { return TestDriver(host: DefaultHost.current()) }
    do {
      return TestDriver(host: TestHost(try NodeDefinition(file: uri.path), uri: "test://\(uri.path)"))
    } catch {
      throw LibvirtError(error)
    }
  }
}

/// The host of `test:///default`: one for all connections of the process, thrown away when the last is closed.
enum DefaultHost {
  private struct Current {
    weak var host: TestHost?
  }

  private static let state = Mutex(Current())

  static func current() -> TestHost {
    state.withLock { current in
      if let host = current.host { return host }
      let host = TestHost(.default, uri: "test:///default")
      current.host = host
      return host
    }
  }
}
