import NIOCore
import NIOPosix
import Synchronization

/// Carries bytes between clients and a TCP port of this host, and keeps them. Behind a number of replies it can change what the server says.
public final class TCPProxy: Sendable {
  /// What happens to the server's bytes behind the first replies.
  public struct Interference: Sendable {
    /// Comes right behind the last reply that is let through, in the same write.
    public var behind: [UInt8] = []
    /// Gives what is sent in place of a piece.
    public var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    /// Whether the connection ends after the first piece.
    public var hangsUp = false

    /// Changes nothing.
    public init() {}
  }

  private struct State {
    var sent: [UInt8] = []
    var listener: (any Channel)?
  }

  private let target: UInt16
  private let plainReplies: Int
  private let interference: Interference
  private let state = Mutex(State())

  /// Starts a proxy in front of a port; the first `plainReplies` messages of the server pass as they are.
  public static func start(target: UInt16, plainReplies: Int = 0, _ interference: Interference = Interference()) async throws -> TCPProxy {
    let proxy = TCPProxy(target, plainReplies, interference)
    let channel = try await ServerBootstrap(group: KitEventLoops.group)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { proxy.connect($0) }
      .bind(host: "127.0.0.1", port: 0).get()
    proxy.state.withLock { $0.listener = channel }
    return proxy
  }

  private init(_ target: UInt16, _ plainReplies: Int, _ interference: Interference) {
    self.target = target
    self.plainReplies = plainReplies
    self.interference = interference
  }

  /// Where it listens.
  public var port: UInt16 { state.withLock { UInt16(clamping: $0.listener?.localAddress?.port ?? 0) } }

  /// What clients have sent so far.
  public var sent: [UInt8] { state.withLock(\.sent) }

  /// Stops listening; connections stay.
  public func stop() async { try? await state.withLock { $0.listener }?.close().get() }

  private func connect(_ client: any Channel) -> EventLoopFuture<Void> {
    ClientBootstrap(group: client.eventLoop)
      .channelOption(.autoRead, value: false)
      .connect(host: "127.0.0.1", port: Int(target))
      .flatMap { [self] server in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(Relay(to: server) { self.note($0) })
          let change = Change(plainReplies, interference)
          try server.pipeline.syncOperations.addHandler(Relay(to: client) { change.apply($0) })
        }.flatMap { client.setOption(.autoRead, value: true).and(server.setOption(.autoRead, value: true)).map { _ in } }
      }
  }

  private func note(_ bytes: [UInt8]) -> (bytes: [UInt8], hangsUp: Bool) {
    state.withLock { $0.sent += bytes }
    return (bytes, false)
  }

  /// Counts the replies of one connection, and interferes behind them.
  private final class Change {
    private var repliesLeft: Int
    private var messageLeft = 0
    private var length: [UInt8] = []
    private let interference: Interference

    init(_ plainReplies: Int, _ interference: Interference) {
      repliesLeft = plainReplies
      self.interference = interference
    }

    func apply(_ bytes: [UInt8]) -> (bytes: [UInt8], hangsUp: Bool) {
      guard repliesLeft > 0 else { return (interference.change(bytes), interference.hangsUp) }
      for (index, byte) in bytes.enumerated() {
        if messageLeft > 0 {
          messageLeft -= 1
        } else {
          length.append(byte)
          if length.count < 4 { continue }
          messageLeft = length.reduce(0) { $0 << 8 | Int($1) } - 4
          length = []
        }
        guard messageLeft == 0 else { continue }
        repliesLeft -= 1
        if repliesLeft == 0 {
          let rest = Array(bytes[(index + 1)...])
          return (bytes[...index] + interference.behind + (rest.isEmpty ? [] : interference.change(rest)), false)
        }
      }
      return (bytes, false)
    }
  }
}

/// Sends what comes in to another channel of the same event loop.
private final class Relay: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let target: any Channel
  private let change: ([UInt8]) -> (bytes: [UInt8], hangsUp: Bool)

  init(to target: any Channel, _ change: @escaping ([UInt8]) -> (bytes: [UInt8], hangsUp: Bool)) {
    self.target = target
    self.change = change
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let (bytes, hangsUp) = change(Array(unwrapInboundIn(data).readableBytesView))
    target.writeAndFlush(target.allocator.buffer(bytes: bytes), promise: nil)
    if hangsUp {
      target.close(promise: nil)
      context.close(promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) { target.close(promise: nil) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
