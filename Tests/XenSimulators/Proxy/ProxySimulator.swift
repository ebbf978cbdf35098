import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// A stand-in for libvirt's setuid proxy for Xen, written from the protocol's description alone.
public final class ProxySimulator: Sendable {
  private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  /// What it tells about; may change while it runs.
  public let host: Mutex<ProxySimulatorHost>
  let options: ProxySimulatorOptions
  private let listener = Mutex<(any Channel)?>(nil)
  private let clients = Mutex<[ObjectIdentifier: any Channel]>([:])
  private let received = Mutex<[ProxySimulatorRequest]>([])
  private let connectionCount = Mutex(0)

  private init(_ host: ProxySimulatorHost, _ options: ProxySimulatorOptions) {
    self.host = Mutex(host)
    self.options = options
  }

  /// Listens; throws when the name is taken.
  public static func start(
    _ host: ProxySimulatorHost = ProxySimulatorHost(), options: ProxySimulatorOptions = ProxySimulatorOptions()
  ) async throws -> ProxySimulator {
    let simulator = ProxySimulator(host, options)
    let descriptor = try listen(at: options.name)
    let channel = try await ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          simulator.admit(channel)
          try channel.pipeline.syncOperations.addHandler(ProxySimulatorHandler(simulator))
        }
      }
      .withBoundSocket(descriptor).get()
    simulator.listener.withLock { $0 = channel }
    return simulator
  }

  /// The messages that came, in order.
  public var requests: [ProxySimulatorRequest] { received.withLock { $0 } }

  /// How many clients have connected so far.
  public var connections: Int { connectionCount.withLock { $0 } }

  /// Stops listening and hangs up on everybody.
  public func stop() async {
    try? await listener.withLock { $0 }?.close().get()
    await hangUp()
  }

  /// Hangs up on everybody.
  public func hangUp() async {
    for client in clients.withLock({ $0 }).values { try? await client.close().get() }
  }

  func note(_ request: ProxySimulatorRequest) {
    received.withLock { $0.append(request) }
    options.heard(request)
  }

  private func admit(_ client: any Channel) {
    connectionCount.withLock { $0 += 1 }
    clients.withLock { $0[ObjectIdentifier(client)] = client }
    client.closeFuture.whenComplete { _ in self.clients.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(client)) } }
  }

  /// An abstract socket whose whole address counts: NUL, name, zeros to the end of `sun_path`.
  private static func listen(at name: String) throws -> CInt {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isShort = withUnsafeMutableBytes(of: &address.sun_path) { path in
      guard name.utf8.count < path.count else { return false }
      path[1...].copyBytes(from: name.utf8)
      return true
    }
    guard isShort else { throw IOError(errnoCode: ENAMETOOLONG, reason: "name") }
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    let bound = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(descriptor, $0, socklen_t(110)) }
    }
    guard bound == 0, Glibc.listen(descriptor, 30) == 0 else {
      let code = errno
      close(descriptor)
      throw IOError(errnoCode: code, reason: "bind")
    }
    return descriptor
  }
}
