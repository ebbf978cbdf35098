import LibvirtProtocol
import NIOCore
import NIOPosix
import RemoteDriver
import Synchronization

/// A server on a unix socket that says what a test wants it to say.
public final class ScriptedServer: Sendable {
  /// What the server does next.
  public enum Line: Sendable {
    case send([UInt8])
    case hangUp
  }

  /// Where it listens.
  public let path: String
  private let listener = Mutex<(any Channel)?>(nil)

  /// Starts a server: it greets each client, then answers each message, which is given with its number from 0.
  public static func start(
    at path: String, greeting: [Line] = [], answer: @escaping @Sendable (Int, Frame) -> [Line] = { _, _ in [] }
  ) async throws -> ScriptedServer {
    let server = ScriptedServer(path: path)
    let channel = try await ServerBootstrap(group: KitEventLoops.group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(greeting, answer))
        }
      }
      .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    server.listener.withLock { $0 = channel }
    return server
  }

  private init(path: String) { self.path = path }

  /// Stops listening.
  public func stop() async { try? await listener.withLock { $0 }?.close().get() }

  /// A message as bytes; for a reply give the call's header.
  public static func message(
    _ header: MessageHeader, type: MessageType = .reply, status: MessageStatus = .ok, _ payload: [UInt8] = []
  ) -> [UInt8] {
    var header = header
    header.type = type
    header.status = status
    var bytes: [UInt8] = []
    try? FrameWriter.append(header, payload, to: &bytes)
    return bytes
  }
}

private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let greeting: [ScriptedServer.Line]
  private let answer: @Sendable (Int, Frame) -> [ScriptedServer.Line]
  private var decoder = FrameDecoder()
  private var count = 0

  init(_ greeting: [ScriptedServer.Line], _ answer: @escaping @Sendable (Int, Frame) -> [ScriptedServer.Line]) {
    self.greeting = greeting
    self.answer = answer
  }

  func channelActive(context: ChannelHandlerContext) { say(greeting, context) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    decoder.append(unwrapInboundIn(data).readableBytesView)
    while let frame = try? decoder.next() {
      say(answer(count, frame), context)
      count += 1
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func say(_ lines: [ScriptedServer.Line], _ context: ChannelHandlerContext) {
    for line in lines {
      switch line {
      case .send(let bytes): context.channel.writeAndFlush(context.channel.allocator.buffer(bytes: bytes), promise: nil)
      case .hangUp: context.close(promise: nil)
      }
    }
  }
}
