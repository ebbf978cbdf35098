import NIOCore
import NIOPosix
import Synchronization

/// Carries bytes between clients and a server, each way with a delay, and counts round trips and calls. It can also stall.
///
/// A round trip begins when a client says something after the server has spoken, or at first.
public final class RoundTripProxy: Sendable {
  private struct State {
    var count = 0
    var isClientTurn = true
    var isStalled = false
    var calls: [Call] = []
    var cut: (@Sendable ([Int32]) -> Bool)?
  }

  /// A call on its way to the server.
  public struct Call: Sendable {
    /// The procedure's number.
    public let procedure: Int32
    /// Its arguments.
    public let payload: [UInt8]
  }

  /// Where it listens.
  public let path: String
  private let target: SocketAddress
  private let delay: TimeAmount
  private let state = Mutex(State())
  private let listener = Mutex<(any Channel)?>(nil)

  /// Starts a proxy at `path` in front of the socket `target`; `delay` is for one way, in milliseconds.
  public static func start(at path: String, target: String, delay: Int = 0) async throws -> RoundTripProxy {
    let proxy = RoundTripProxy(path: path, target: try SocketAddress(unixDomainSocketPath: target), delay: .milliseconds(Int64(delay)))
    let channel = try await proxy.listening.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    proxy.listener.withLock { $0 = channel }
    return proxy
  }

  /// Starts a proxy at a free port of 127.0.0.1, which is ``port``.
  public static func startOnTCP(target: String, delay: Int = 0) async throws -> RoundTripProxy {
    try await startOnTCP(target: SocketAddress(unixDomainSocketPath: target), delay: delay)
  }

  /// Starts a proxy at a free port of 127.0.0.1 in front of another port there. Calls are counted where they are to be read.
  public static func startOnTCP(target: UInt16, delay: Int = 0) async throws -> RoundTripProxy {
    try await startOnTCP(target: SocketAddress(ipAddress: "127.0.0.1", port: Int(target)), delay: delay)
  }

  private static func startOnTCP(target: SocketAddress, delay: Int) async throws -> RoundTripProxy {
    let proxy = RoundTripProxy(path: "", target: target, delay: .milliseconds(Int64(delay)))
    let channel = try await proxy.listening.bind(host: "127.0.0.1", port: 0).get()
    proxy.listener.withLock { $0 = channel }
    return proxy
  }

  /// Where it listens for TCP; 0 if it does not.
  public var port: Int { listener.withLock { $0?.localAddress?.port } ?? 0 }

  private var listening: ServerBootstrap {
    ServerBootstrap(group: KitEventLoops.group)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { [self] in connect($0) }
  }

  private init(path: String, target: SocketAddress, delay: TimeAmount) {
    self.path = path
    self.target = target
    self.delay = delay
  }

  /// Round trips so far, of all clients.
  public var roundTrips: Int { state.withLock(\.count) }

  /// The calls that were sent to the server so far, of all clients.
  public var calls: [Call] { state.withLock(\.calls) }

  /// Carries nothing any more, but keeps all connections: a link that has stalled. What is sent meanwhile is lost.
  public func stall() { state.withLock { $0.isStalled = true } }

  /// Carries bytes again.
  public func recover() { state.withLock { $0.isStalled = false } }

  /// Cuts the connection at the call for which `isTime` holds, once; it is given the procedures of all calls, that one included.
  /// The call does not reach the server.
  public func cut(when isTime: @escaping @Sendable ([Int32]) -> Bool) { state.withLock { $0.cut = isTime } }

  fileprivate func isTimeToCut() -> Bool {
    state.withLock { state in
      guard state.cut?(state.calls.map(\.procedure)) == true else { return false }
      state.cut = nil
      return true
    }
  }

  fileprivate var isStalled: Bool { state.withLock(\.isStalled) }

  /// Stops listening; connections stay.
  public func stop() async { try? await listener.withLock { $0 }?.close().get() }

  private func connect(_ client: any Channel) -> EventLoopFuture<Void> {
    ClientBootstrap(group: client.eventLoop)
      .channelOption(.autoRead, value: false)
      .connect(to: target)
      .flatMap { [self] server in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(ForwardingHandler(to: server, delay, self, isFromClient: true))
          try server.pipeline.syncOperations.addHandler(ForwardingHandler(to: client, delay, self, isFromClient: false))
        }.flatMap {
          client.setOption(.autoRead, value: true).and(server.setOption(.autoRead, value: true)).map { _ in
            // One that ended before it was listened to says nothing more.
            if !server.isActive { client.close(promise: nil) }
          }
        }
      }
  }

  fileprivate func note(fromClient: Bool, _ calls: [(procedure: Int32, payload: [UInt8])]) {
    state.withLock { state in
      state.calls += calls.map { Call(procedure: $0.procedure, payload: $0.payload) }
      if fromClient, state.isClientTurn { state.count += 1 }
      state.isClientTurn = !fromClient
    }
  }
}

/// Sends what comes in to another channel of the same event loop, later.
private final class ForwardingHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let target: any Channel
  private let delay: TimeAmount
  private let proxy: RoundTripProxy
  private let isFromClient: Bool
  private var watch = CallWatch()

  init(to target: any Channel, _ delay: TimeAmount, _ proxy: RoundTripProxy, isFromClient: Bool) {
    self.target = target
    self.delay = delay
    self.proxy = proxy
    self.isFromClient = isFromClient
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    proxy.note(fromClient: isFromClient, isFromClient ? watch.take(bytes) : [])
    if proxy.isStalled { return }
    if isFromClient, proxy.isTimeToCut() {
      target.close(promise: nil)
      return context.close(promise: nil)
    }
    context.eventLoop.scheduleTask(in: delay) { [target] in target.writeAndFlush(bytes, promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    context.eventLoop.scheduleTask(in: delay) { [target] in target.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
