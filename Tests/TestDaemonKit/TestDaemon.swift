import Drivers
import LibvirtProtocol
import NIOCore
import NIOPosix
import Synchronization
import TestDriver

/// A libvirt daemon whose only driver is the test driver, on a unix socket.
///
/// It keeps its host as long as it runs, where libvirt's forgets it with the last connection.
public final class TestDaemon: Sendable {
  private struct State {
    var sessions: [ObjectIdentifier: DaemonSession] = [:]
    var received: [Int32] = []
    var openings: [Opening] = []
    var waiting: [CheckedContinuation<Void, Never>] = []
    var isReleased = false
  }

  /// Where it listens.
  public let path: String
  /// The host of all connections that name no file.
  public let host: TestHost
  let options: TestDaemonOptions
  private let state = Mutex(State())
  private let listener = Mutex<(any Channel)?>(nil)

  /// Starts a daemon on a socket; a file that is in the way is replaced.
  public static func start(
    at path: String, host: TestHost = TestHost(.default, uri: "test:///default"), options: TestDaemonOptions = TestDaemonOptions()
  ) async throws -> TestDaemon {
    let daemon = TestDaemon(path: path, host: host, options: options)
    try await MadeUpDomains(count: options.madeUpDomains).define(on: host)
    let channel = try await ServerBootstrap(group: KitEventLoops.group)
      .serverChannelOption(.backlog, value: 1000)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let session = DaemonSession(daemon, channel)
          daemon.state.withLock { $0.sessions[ObjectIdentifier(session)] = session }
          channel.closeFuture.whenComplete { [weak daemon] _ in
            daemon?.state.withLock { $0.sessions[ObjectIdentifier(session)] = nil }
            Task { await session.end() }
          }
          try channel.pipeline.syncOperations.addHandler(DaemonHandler(session, clientRequests: options.clientRequests))
        }
      }
      .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    daemon.listener.withLock { $0 = channel }
    return daemon
  }

  private init(path: String, host: TestHost, options: TestDaemonOptions) {
    self.path = path
    self.host = host
    self.options = options
  }

  /// What a client asked for when it opened the hypervisor: the name on the wire, and the flags.
  public struct Opening: Sendable, Hashable {
    /// The name, as it was sent; nil for none.
    public let name: String?
    /// `virConnectFlags`
    public let flags: UInt32
  }

  /// All openings so far, refused ones among them, in order.
  public var openings: [Opening] { state.withLock(\.openings) }

  /// The numbers of all calls received so far, in order.
  public var received: [Int32] { state.withLock(\.received) }

  /// How many clients are connected.
  public var sessionCount: Int { state.withLock { $0.sessions.count } }

  /// Waits until the daemon stops listening.
  public func wait() async throws { try await listener.withLock { $0 }?.closeFuture.get() }

  /// Hangs up on all clients without a word.
  public func hangUp() async {
    for session in state.withLock({ Array($0.sessions.values) }) { try? await session.channel.close().get() }
  }

  /// Stops listening and hangs up.
  public func stop() async {
    try? await listener.withLock { $0 }?.close().get()
    await hangUp()
    release()
  }

  /// Tells all clients that asked for it that the hypervisor is lost: `virConnectCloseReason`.
  public func loseHypervisor(_ reason: Int32) async {
    for session in state.withLock({ Array($0.sessions.values) }) { await session.loseHypervisor(reason) }
  }

  /// Lets held calls be answered from now on.
  public func release() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.isReleased = true
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  func note(_ opening: Opening) { state.withLock { $0.openings.append(opening) } }

  func note(_ number: Int32) { state.withLock { $0.received.append(number) } }

  /// Waits for ``release()`` if the procedure is held.
  func passGate(_ number: Int32) async {
    guard options.held.contains(number) else { return }
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isReleased { state.waiting.append(continuation) }
        return state.isReleased
      }
      if isOpen { continuation.resume() }
    }
  }
}

/// The thread of the servers for tests.
enum KitEventLoops {
  static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
}
