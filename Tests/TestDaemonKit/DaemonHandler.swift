import LibvirtProtocol
import NIOCore
import RemoteDriver

/// Cuts what a client sends into messages, and answers at most so many calls at a time; meanwhile the socket is not read.
final class DaemonHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let session: DaemonSession
  private let clientRequests: Int
  private var decoder = FrameDecoder()
  private var underWay = 0
  private var hasEnded = false

  init(_ session: DaemonSession, clientRequests: Int) {
    self.session = session
    self.clientRequests = clientRequests
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    decoder.append(unwrapInboundIn(data).readableBytesView)
    advance(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent {
      hasEnded = true
      advance(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func advance(_ context: ChannelHandlerContext) {
    while underWay < clientRequests {
      do throws(FrameError) {
        guard let frame = try decoder.next() else { break }
        serve(frame, context)
      } catch {
        // As libvirt's: no word about it.
        context.close(promise: nil)
        return
      }
    }
    if hasEnded, underWay == 0 {
      context.close(promise: nil)
    } else {
      context.channel.setOption(.autoRead, value: underWay < clientRequests).whenFailure { _ in }
    }
  }

  private func serve(_ frame: Frame, _ context: ChannelHandlerContext) {
    if frame.header.program == .keepAlive {
      if frame.header.procedure == KeepAlive.ping.number { session.pong() }
      return
    }
    guard frame.header.type == .call else { return }
    session.daemon.note(frame.header.procedure)
    underWay += 1
    let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    Task { [session] in
      let sent = await session.answer(frame.header, frame.payload)
      sent.whenComplete { _ in
        handler.value.underWay -= 1
        handler.value.advance(context.value)
      }
    }
  }
}
