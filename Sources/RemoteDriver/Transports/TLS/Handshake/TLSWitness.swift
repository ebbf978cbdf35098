import NIOCore

/// In front of TLS: sees what comes in before it is decrypted, and can end the connection without a word.
final class TLSWitness: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer

  /// What the server began with.
  private(set) var beginning: [UInt8] = []
  private var context: ChannelHandlerContext?

  /// Whether the server began with something that is not a record of TLS; nil when it has sent nothing.
  var isForeign: Bool? { beginning.first.map { !(0x14...0x17).contains($0) } }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if beginning.count < ForeignText.limit {
      beginning += unwrapInboundIn(data).readableBytesView.prefix(ForeignText.limit - beginning.count)
    }
    context.fireChannelRead(data)
  }

  /// Closes the socket.
  func close() { context?.close(promise: nil) }
}
