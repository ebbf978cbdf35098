import Glibc
import NIOCore
import NIOPosix

/// A xend that is not there: it answers as Xen's daemon does, on a unix socket and over HTTP, for domains that it makes up.
///
/// It is written after the protocol's description alone and shares no code with the driver.
public final class XendSimulator: Sendable {
  /// Where its unix socket is, if it has one.
  public let unixPath: String?
  /// The port that it listens on, if it does.
  public let port: Int?
  let host: XendHost
  private let listeners: [Task<Void, Never>]

  typealias Client = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// Starts a xend; it listens when this returns. A socket that is in the way is replaced.
  public static func start(_ options: XendSimulatorOptions) async throws -> XendSimulator {
    let host = XendHost(options)
    await host.addMadeUpDomains(options.domains)
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: options.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      // Little is read at a time, so that a body which is too long stays unread, as it does in xend.
      .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 2048))
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.autoRead, value: false)
    let accepted = AcceptedClients()
    var listeners: [Task<Void, Never>] = []
    if let path = options.unixPath {
      let server = try await bootstrap.bind(
        unixDomainSocketPath: path, cleanupExistingSocketFile: true, childChannelInitializer: accepted.accept)
      listeners.append(listen(server, accepted, host))
    }
    var port: Int?
    if let wanted = options.port {
      let server = try await bootstrap.bind(host: options.address, port: wanted, childChannelInitializer: accepted.accept)
      port = server.channel.localAddress?.port
      listeners.append(listen(server, accepted, host))
    }
    return XendSimulator(host: host, unixPath: options.unixPath, port: port, listeners: listeners)
  }

  private init(host: XendHost, unixPath: String?, port: Int?, listeners: [Task<Void, Never>]) {
    self.host = host
    self.unixPath = unixPath
    self.port = port
    self.listeners = listeners
  }

  private static func listen(
    _ server: NIOAsyncChannel<any Channel, Never>, _ accepted: AcceptedClients, _ host: XendHost
  ) -> Task<Void, Never> {
    Task {
      defer { accepted.stop() }
      try? await withThrowingDiscardingTaskGroup { group in
        try await server.executeThenClose { clients in
          for try await client in clients {
            group.addTask {
              // One that is gone already is nobody's loss; to throw would end the server.
              guard let taken = try? await accepted.take(client) else { return client.close(promise: nil) }
              await XendConnection(taken, host).serve()
            }
          }
        }
      }
    }
  }

  /// Hangs up on all clients, stops listening and removes the socket.
  public func stop() async {
    for listener in listeners { listener.cancel() }
    for listener in listeners { await listener.value }
    await host.stop()
    if let unixPath { unlink(unixPath) }
  }

  /// All requests so far.
  public var requests: [XendRequestRecord] { get async { await host.requests } }

  /// Forgets the requests so far; numbers begin at 1 again.
  public func forgetRequests() async { await host.forgetRequests() }

  /// From now on this goes wrong, too.
  public func add(_ fault: XendFault) async { await host.add(fault) }

  /// From now on nothing goes wrong any more; requests that hang go on hanging.
  public func removeFaults() async { await host.removeFaults() }

  /// Makes up so many running domains, named after their numbers; every third one is fully virtualized.
  public func addDomains(_ count: Int) async { await host.addMadeUpDomains(count) }

  /// The names of all domains, in order, however they are.
  public var domainNames: [String] { get async { await host.names } }

  /// What a domain is doing: `running`, `paused`, `suspended`, `shutdown`, `crashed` or `halted`; nil if there is none of that name.
  public func state(of name: String) async -> String? { await host.state(of: name) }

  /// Puts a domain into a state, without anything else that happens then. Returns whether there is such a domain and state.
  ///
  /// A live domain whose name begins with `Zombie-` is dying, whatever its state is.
  @discardableResult public func setState(of name: String, to state: String) async -> Bool { await host.setState(of: name, to: state) }
}
