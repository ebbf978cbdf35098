import NIOCore
import NIOPosix
import Synchronization

/// Carries bytes between clients and a unix socket, each way with a delay, and counts round trips.
///
/// A round trip begins when a client says something after the server has spoken, or at first.
public final class RoundTripProxy: Sendable {
  private struct State {
    var count = 0
    var isClientTurn = true
  }

  /// Where it listens.
  public let path: String
  private let target: String
  private let delay: TimeAmount
  private let state = Mutex(State())
  private let listener = Mutex<(any Channel)?>(nil)

  /// Starts a proxy at `path` in front of the socket `target`; `delay` is for one way, in milliseconds.
  public static func start(at path: String, target: String, delay: Int = 0) async throws -> RoundTripProxy {
    let proxy = RoundTripProxy(path: path, target: target, delay: .milliseconds(Int64(delay)))
    let channel = try await ServerBootstrap(group: KitEventLoops.group)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { proxy.connect($0) }
      .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    proxy.listener.withLock { $0 = channel }
    return proxy
  }

  private init(path: String, target: String, delay: TimeAmount) {
    self.path = path
    self.target = target
    self.delay = delay
  }

  /// Round trips so far, of all clients.
  public var roundTrips: Int { state.withLock(\.count) }

  /// Stops listening; connections stay.
  public func stop() async { try? await listener.withLock { $0 }?.close().get() }

  private func connect(_ client: any Channel) -> EventLoopFuture<Void> {
    ClientBootstrap(group: client.eventLoop)
      .channelOption(.autoRead, value: false)
      .connect(unixDomainSocketPath: target)
      .flatMap { [self] server in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(ForwardingHandler(to: server, delay) { self.note(fromClient: true) })
          try server.pipeline.syncOperations.addHandler(ForwardingHandler(to: client, delay) { self.note(fromClient: false) })
        }.flatMap {
          client.setOption(.autoRead, value: true).and(server.setOption(.autoRead, value: true)).map { _ in }
        }
      }
  }

  private func note(fromClient: Bool) {
    state.withLock { state in
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
  private let note: () -> Void

  init(to target: any Channel, _ delay: TimeAmount, note: @escaping () -> Void) {
    self.target = target
    self.delay = delay
    self.note = note
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    note()
    let bytes = unwrapInboundIn(data)
    context.eventLoop.scheduleTask(in: delay) { [target] in target.writeAndFlush(bytes, promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    context.eventLoop.scheduleTask(in: delay) { [target] in target.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
