import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization
import TestDaemonKit

/// A server of a test's own, which does the same with whoever connects: at once, or behind a handshake of TLS.
final class TLSServer: Sendable {
  private struct State {
    var received: [UInt8] = []
    var connections: [any Channel] = []
    var listener: (any Channel)?
  }

  private let state = Mutex(State())

  /// Starts it at a free port of 127.0.0.1. With files for TLS, certificates and key, it first shakes hands.
  static func start(
    _ identity: (certificates: [String], key: String)? = nil, _ act: @escaping @Sendable (any Channel) -> Void
  ) async throws -> TLSServer {
    let context = try identity.map { identity in
      let chain = try identity.certificates.flatMap { try NIOSSLCertificate.fromPEMFile($0) }
      let key = try NIOSSLPrivateKey(file: identity.key, format: .pem)
      return try NIOSSLContext(
        configuration: .makeServerConfiguration(certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    }
    let server = TLSServer()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1000)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          server.state.withLock { $0.connections.append(channel) }
          if let context { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context)) }
          try channel.pipeline.syncOperations.addHandler(Doer(server, isBehindTLS: context != nil, act))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    server.state.withLock { $0.listener = channel }
    return server
  }

  /// Where it listens.
  var port: Int { state.withLock { $0.listener?.localAddress?.port } ?? 0 }

  /// What clients have said.
  var received: [UInt8] { state.withLock(\.received) }

  /// How many have connected so far.
  var connectionCount: Int { state.withLock(\.connections.count) }

  /// How many of them are still there.
  var openCount: Int { state.withLock { $0.connections.count { $0.isActive } } }

  func uri(_ pki: String) -> String { "test+tls://localhost:\(port)/default?pkipath=\(pki)" }

  /// Waits until something holds, half a minute at most.
  func waits(until holds: (TLSServer) -> Bool) async throws -> Bool {
    try await Patience.waits { holds(self) }
  }

  /// Hangs up on everybody and listens no more.
  func stop() async {
    let (listener, connections) = state.withLock { ($0.listener, $0.connections) }
    try? await listener?.close().get()
    for connection in connections { connection.close(mode: .all, promise: nil) }
  }

  fileprivate func note(_ bytes: ByteBuffer) { state.withLock { $0.received += bytes.readableBytesView } }
}

private final class Doer: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let server: TLSServer
  private let isBehindTLS: Bool
  private let act: @Sendable (any Channel) -> Void

  init(_ server: TLSServer, isBehindTLS: Bool, _ act: @escaping @Sendable (any Channel) -> Void) {
    self.server = server
    self.isBehindTLS = isBehindTLS
    self.act = act
  }

  func channelActive(context: ChannelHandlerContext) { if !isBehindTLS { act(context.channel) } }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent { act(context.channel) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { server.note(unwrapInboundIn(data)) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension Channel {
  /// Sends bytes, in one record where there are such.
  func say(_ bytes: some Sequence<UInt8>) { writeAndFlush(allocator.buffer(bytes: bytes), promise: nil) }
}
