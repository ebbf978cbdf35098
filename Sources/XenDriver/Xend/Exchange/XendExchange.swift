import NIOCore
import NIOHTTP1
import Sockets

/// One request and its answer on one connection, which it closes at the end.
final class XendExchange: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let request: XendRequest
  private let filter: XendHeadFilter
  private let deadline: NIODeadline?
  private let reply: EventLoopPromise<XendReply>

  private var head: HTTPResponseHead?
  private var body = ByteBuffer()
  private var isSent = false
  private var isOver = false
  private var limit: Scheduled<Void>?

  private init(_ request: XendRequest, _ filter: XendHeadFilter, _ deadline: NIODeadline?, _ reply: EventLoopPromise<XendReply>) {
    self.request = request
    self.filter = filter
    self.deadline = deadline
    self.reply = reply
  }

  /// This generic type is made here, once: in a debug build of Swift 6.3, two threads that make it at the same time can crash in the
  /// runtime. Tests have many event loops.
  private static let decoding = ByteToMessageHandler<HTTPResponseDecoder>.self

  /// Sets a channel up for one request: it is sent at once, or as soon as the channel is connected. To be called on its event loop.
  ///
  /// `reply` is completed in any case, after `deadline` at the latest, as soon as the channel reads: with the answer, or with
  /// `LibvirtError` or ``XendSilence``.
  static func add(
    to pipeline: ChannelPipeline.SynchronousOperations, _ request: XendRequest, deadline: NIODeadline?, _ reply: EventLoopPromise<XendReply>
  ) throws {
    let filter = XendHeadFilter()
    var encoding = HTTPRequestEncoder.Configuration()
    encoding.automaticallySetFramingHeaders = false
    try pipeline.addHandler(filter)
    try pipeline.addHandler(HTTPRequestEncoder(configuration: encoding))
    try pipeline.addHandler(Self.decoding.init(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
    try pipeline.addHandler(XendExchange(request, filter, deadline, reply))
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { send(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    if !isSent { send(context) }
    context.fireChannelActive()
  }

  private func send(_ context: ChannelHandlerContext) {
    isSent = true
    if let deadline {
      limit = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
        end(.failure(silence("xend has not answered in time", "xend stopped", isTimeout: true)), context)
      }
    }
    context.write(wrapOutboundOut(.head(request.head)), promise: nil)
    if !request.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: request.body)))), promise: nil)
    }
    // Where writing fails, xend may have said before why it did not read on: what it said decides.
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body(var bytes): body.writeBuffer(&bytes)
    case .end: complete(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isOver else { return }
    switch error {
    case let error as UnreadableAnswer: end(.failure(request.failure(error.reason, hint: error.hint)), context)
    case HTTPParserError.invalidEOFState: breakOff("", context)
    case is HTTPParserError, is NIOHTTPDecoderError:
      end(.failure(request.failure("xend's answer cannot be read: \(error), within its first \(filter.received) bytes")), context)
    default: breakOff(": \(SocketFailure.reading(error))", context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if !isOver { breakOff("", context) }
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    if !isOver { breakOff("", context) }
  }

  /// The connection has ended before the answer. A refusal counts as soon as its head is there: xend resets the connection after some.
  private func breakOff(_ why: String, _ context: ChannelHandlerContext) {
    if let head, head.status.code >= 300 { return complete(context) }
    end(.failure(silence("xend closed the connection without an answer\(why)", "xend closed the connection\(why)")), context)
  }

  private func silence(_ none: String, _ part: String, isTimeout: Bool = false) -> XendSilence {
    let reason = filter.received == 0 ? none : "\(part) in the middle of its answer, after \(filter.received) bytes"
    return XendSilence(afterSending: isSent, isTimeout: isTimeout, reason: reason)
  }

  private func complete(_ context: ChannelHandlerContext) {
    guard let head else { return }
    let answer = XendReply(
      status: Int(head.status.code), reason: String(decoding: filter.reason, as: UTF8.self),
      contentType: head.headers.first(name: "content-type")?.lowercased() ?? "", body: Array(body.readableBytesView))
    end(.success(answer), context)
  }

  private func end(_ result: Result<XendReply, any Error>, _ context: ChannelHandlerContext) {
    isOver = true
    limit?.cancel()
    reply.completeWith(result)
    context.close(promise: nil)
  }
}
