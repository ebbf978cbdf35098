import Glibc
import NIOCore
import Sockets

/// The proxy's protocol on a channel: one question at a time, each written at once and whole.
///
/// Old proxies take the header and what follows it for two reads, and hang up when the first is short.
final class ProxyChannelHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// How many messages with another serial than the question's are passed over.
  private static let strays = 64

  private struct Question {
    let serial: UInt16
    let command: UInt16
    let answer: EventLoopPromise<ProxyPacket>
    var strays = 0
    var bound: Scheduled<Void>?
  }

  private var buffer = ProxyPacketBuffer()
  private var question: Question?
  private var hasEnded = false
  private let ended: @Sendable (ProxyFailure) -> Void

  /// Calls `ended` when the channel ends while nothing is asked.
  init(ended: @escaping @Sendable (ProxyFailure) -> Void) { self.ended = ended }

  /// Sends a question; `answer` is completed with the message of the same serial, or with ``ProxyFailure``.
  func ask(_ packet: ProxyPacket, within limit: Duration?, on channel: any Channel, _ answer: EventLoopPromise<ProxyPacket>) {
    guard channel.isActive else { return answer.fail(ProxyFailure.hungUp) }
    var question = Question(serial: packet.serial, command: packet.command, answer: answer)
    if let limit {
      let handler = NIOLoopBound(self, eventLoop: channel.eventLoop)
      question.bound = channel.eventLoop.scheduleTask(in: .nanoseconds(Int64(clamping: limit.clampedNanoseconds))) {
        handler.value.fail(.silent(limit), channel)
      }
    }
    self.question = question
    channel.writeAndFlush(channel.allocator.buffer(bytes: packet.bytes), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    buffer.append(unwrapInboundIn(data).readableBytesView)
    do {
      while let packet = try buffer.next() { try receive(packet) }
    } catch {
      fail(.violation(error), context.channel)
    }
  }

  private func receive(_ packet: ProxyPacket) throws(ProxyViolation) {
    // What nobody waits for is of no use; there is only so much of it that a proxy can owe us.
    guard let question else { return }
    guard packet.serial == question.serial else {
      self.question?.strays += 1
      guard question.strays < Self.strays else {
        throw ProxyViolation(command: packet.command, offset: 4, reason: "serial \(packet.serial) instead of \(question.serial), once more")
      }
      return
    }
    guard packet.command == question.command else {
      throw ProxyViolation(command: question.command, offset: 2, reason: "the answer is to command \(packet.command)")
    }
    settle(.success(packet))
  }

  func channelInactive(context: ChannelHandlerContext) { end(.hungUp) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Whoever hangs up with our question unread resets the connection.
    if (error as? IOError)?.isReset == true {
      fail(.hungUp, context.channel)
    } else {
      fail(.broken(SocketFailure.reading(error)), context.channel)
    }
  }

  private func fail(_ failure: ProxyFailure, _ channel: any Channel) {
    end(failure)
    channel.close(promise: nil)
  }

  private func end(_ failure: ProxyFailure) {
    guard !hasEnded else { return }
    hasEnded = true
    if question == nil { ended(failure) } else { settle(.failure(failure)) }
  }

  private func settle(_ outcome: Result<ProxyPacket, any Error>) {
    question?.bound?.cancel()
    let answer = question?.answer
    question = nil
    answer?.completeWith(outcome)
  }
}

extension IOError {
  fileprivate var isReset: Bool { errnoCode == ECONNRESET || errnoCode == EPIPE }
}
