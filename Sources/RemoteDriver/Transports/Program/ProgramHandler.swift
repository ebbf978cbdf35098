import Glibc
import LibvirtProtocol
import NIOCore
import Processes

/// Stands between the protocol and a program that carries it: ends the program with the connection, and explains its end.
final class ProgramHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let end: RunningEnd
  private let meaning: (ProgramEnd) -> ProgramMeaning
  /// Our copy of the program's end of the socket. Until it is closed, the channel does not notice the end of a program that ends at once,
  /// before the protocol is there to be told. The protocol is there when it writes.
  private var theirs: CInt?
  private var hasReceived = false
  private var isGivenUp = false
  private var hasWriteFailed = false

  init(_ end: RunningEnd, theirs: CInt, meaning: @escaping (ProgramEnd) -> ProgramMeaning) {
    self.end = end
    self.theirs = theirs
    self.meaning = meaning
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    hasReceived = true
    end.stopShowing()
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    closeTheirs()
    let promise = promise ?? context.eventLoop.makePromise()
    promise.futureResult.assumeIsolated().whenFailure { [weak self] _ in self?.hasWriteFailed = true }
    context.write(data, promise: promise)
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    isGivenUp = true
    context.close(mode: mode, promise: promise)
  }

  func channelInactive(context: ChannelHandlerContext) {
    closeTheirs()
    // What never spoke is still being opened, and may be asking the user.
    end.come(atOnce: isGivenUp && !hasReceived)
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { closeTheirs() }

  private func closeTheirs() {
    if let theirs { Glibc.close(theirs) }
    theirs = nil
  }
}

extension ProgramHandler: ConnectionEpilogue {
  func explain(_ reason: RPCCloseReason, _ told: @escaping (RPCCloseReason) -> Void) {
    let isReset: Bool
    switch reason {
    // libvirt writes before the program has ended, and then reads that nobody has read it.
    case .endOfFile: isReset = hasWriteFailed
    case .error: isReset = true
    default: return told(reason)
    }
    end.come(atOnce: false) { [self] in
      let end = end.description(hasSpoken: hasReceived)
      let message =
        isReset
        ? "Cannot recv data: \(end.words): \(String(cString: strerror(ECONNRESET)))"
        : "End of file while reading data: \(end.words): \(String(cString: strerror(EIO)))"
      let meaning = meaning(end)
      let error = LibvirtError(
        code: .systemError, domain: .rpc, message: message, str1: "%s", str2: message, str3: meaning.text,
        int1: meaning.isRefusal ? EACCES : isReset ? ECONNRESET : EIO)
      told(.programEnded(error))
    }
  }
}
