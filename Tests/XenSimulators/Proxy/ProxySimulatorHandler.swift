import NIOCore

/// Serves one client of a simulated proxy.
final class ProxySimulatorHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let simulator: ProxySimulator
  private var bytes: [UInt8] = []

  init(_ simulator: ProxySimulator) { self.simulator = simulator }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
    while !bytes.isEmpty {
      // The real one reads 16 bytes at once, and takes fewer for a fault.
      guard bytes.count >= 16 else { return context.close(promise: nil) }
      let length = Int(bytes[6]) | Int(bytes[7]) << 8
      guard bytes[0] == 1, bytes[1] == 0, length >= 16, length <= 4096, bytes.count >= length else { return context.close(promise: nil) }
      let request = ProxySimulatorRequest(
        command: UInt16(bytes[2]) | UInt16(bytes[3]) << 8, serial: UInt16(bytes[4]) | UInt16(bytes[5]) << 8, data: Array(bytes[8..<16]),
        extra: Array(bytes[16..<length]), bytes: Array(bytes[..<length]))
      bytes.removeFirst(length)
      simulator.note(request)
      guard let answer = simulator.answer(to: request) else { return context.close(promise: nil) }
      if simulator.options.silent.contains(request.command) { continue }
      for number in 0..<simulator.options.strays {
        var stray = Array(answer.prefix(16))
        stray[5] = 0x20 | UInt8(truncatingIfNeeded: number)
        stray[6...7] = [16, 0]
        context.write(NIOAny(context.channel.allocator.buffer(bytes: stray)), promise: nil)
      }
      send(simulator.options.rewrite(answer)[...], context.channel)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func send(_ bytes: ArraySlice<UInt8>, _ channel: any Channel) {
    let size = simulator.options.pieces
    guard size > 0, bytes.count > size else { return channel.writeAndFlush(channel.allocator.buffer(bytes: bytes), promise: nil) }
    channel.writeAndFlush(channel.allocator.buffer(bytes: bytes.prefix(size)), promise: nil)
    let (rest, handler) = (bytes.dropFirst(size), NIOLoopBound(self, eventLoop: channel.eventLoop))
    channel.eventLoop.scheduleTask(in: .microseconds(200)) { handler.value.send(rest, channel) }
  }
}
