import LibvirtProtocol
import NIOCore
import NIOSSL
import NIOTLS

/// Behind TLS: waits for the handshake and for the server's word that we may come in, then passes everything on.
///
/// The word is one byte, 1. What a server sends behind it is kept until the protocol is there, which it is when it first writes.
///
/// Each message leaves in a TLS record of its own: libvirtd waits for its socket, and so overlooks a second message that GnuTLS
/// has already decrypted together with the first, until something else comes in.
final class TLSAdmission: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum State {
    case handshaking, waiting
    /// Admitted; with what came too early.
    case keeping(ByteBuffer?)
    case open, failed
  }

  private var state = State.handshaking
  private let admitted: EventLoopPromise<Void>
  private let witness: TLSWitness
  private let judge: ServerJudge
  private let progress: @Sendable (String) -> Void

  init(
    _ admitted: EventLoopPromise<Void>, _ witness: TLSWitness, _ judge: ServerJudge, _ progress: @escaping @Sendable (String) -> Void
  ) {
    self.admitted = admitted
    self.witness = witness
    self.judge = judge
    self.progress = progress
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted = event as? TLSUserEvent, case .handshaking = state {
      state = .waiting
      progress("waiting for the server to accept us")
    }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch state {
    case .waiting: admit(unwrapInboundIn(data))
    case .keeping(var early):
      var more = unwrapInboundIn(data)
      early?.writeBuffer(&more)
      state = .keeping(early ?? more)
    case .open: context.fireChannelRead(data)
    case .handshaking, .failed: break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if case .open = state { context.fireChannelReadComplete() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var bytes = unwrapOutboundIn(data)
    while let length = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self), length > 0, length < bytes.readableBytes,
      let message = bytes.readSlice(length: Int(length))
    {
      context.write(wrapOutboundOut(message), promise: nil)
    }
    context.write(wrapOutboundOut(bytes), promise: promise)
    guard case .keeping(let early) = state else { return }
    state = .open
    guard let early, early.readableBytes > 0 else { return }
    // Not while it writes; and nothing can come in between.
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.value.eventLoop.execute {
      context.value.fireChannelRead(NIOAny(early))
      context.value.fireChannelReadComplete()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch state {
    case .handshaking: fail(handshakeFailure(error))
    case .waiting: fail(TLSRefusal.unconfirmed)
    case .failed: break
    case .keeping, .open:
      // An end without TLS's own farewell, or one that the other side does not answer, is an end as any other.
      guard error as? NIOSSLError != .uncleanShutdown, !(error is NIOSSLCloseTimedOutError) else { return }
      context.fireErrorCaught((error as? NIOSSLError).map { TLSRefusal.broken($0) } ?? error)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    switch state {
    case .handshaking: fail(GnuTLSError.ended.handshakeError)
    case .waiting: fail(TLSRefusal.unconfirmed)
    case .keeping, .open, .failed: break
    }
    context.fireChannelInactive()
  }

  private func admit(_ bytes: ByteBuffer) {
    var bytes = bytes
    guard let word = bytes.readInteger(as: UInt8.self) else { return }
    guard word == 1 else { return fail(TLSRefusal.refused) }
    state = .keeping(bytes)
    admitted.succeed()
  }

  private func fail(_ error: LibvirtError) {
    state = .failed
    admitted.fail(error)
  }

  private func handshakeFailure(_ error: any Error) -> LibvirtError {
    judge.refusal ?? TLSRefusal.handshake(error, witness)
  }
}
