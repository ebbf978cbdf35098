import LibvirtProtocol
import NIOCore
import NIOEmbedded

@testable import XenDriver

/// The handlers of one exchange, without a socket.
struct Wire {
  /// What the request looks like as bytes.
  private(set) var sent: [UInt8] = []
  private let channel: EmbeddedChannel
  private let outcome: Outcome

  private final class Outcome {
    var result: Result<XendReply, any Error>?
  }

  init(_ request: XendRequest, deadline: NIODeadline? = nil) throws {
    channel = EmbeddedChannel()
    let outcome = Outcome()
    let reply = channel.eventLoop.makePromise(of: XendReply.self)
    reply.futureResult.assumeIsolated().whenComplete { outcome.result = $0 }
    self.outcome = outcome
    try XendExchange.add(to: channel.pipeline.syncOperations, request, deadline: deadline, reply)
    channel.connect(to: try SocketAddress(unixDomainSocketPath: "/xend"), promise: nil)
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) { sent += buffer.readableBytesView }
  }

  /// What becomes of it; nil while it goes on.
  var result: Result<XendReply, any Error>? { outcome.result }

  /// Bytes arrive.
  func receive(_ bytes: some Sequence<UInt8>) {
    guard channel.isActive else { return }
    _ = try? channel.writeInbound(channel.allocator.buffer(bytes: bytes))
  }

  /// Time passes; it begins at 0.
  func advance(by amount: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: amount) }

  /// The other side hangs up.
  func hangUp() {
    if channel.isActive { channel.close(promise: nil) }
    channel.embeddedEventLoop.run()
  }

  /// What the bytes mean as the whole answer to a request.
  static func answer(_ text: String, to request: XendRequest = .node) throws -> XendAnswer {
    let wire = try Wire(request)
    wire.receive(text.utf8)
    wire.hangUp()
    guard let result = wire.result else { throw NoResult() }
    return try result.get().answer(to: request)
  }

  struct NoResult: Error {}
}

extension XendRequest {
  /// The whole request as text, CR and LF included.
  var sent: String { get throws { String(decoding: try Wire(self).sent, as: UTF8.self) } }
}

extension XendDomainKey {
  /// A domain of a name that will do.
  static let web1 = XendDomainKey(uuid: UUID(high: 0x5a8b_0001_1111_4222, low: 0x8333_4444_4444_4444))
}
