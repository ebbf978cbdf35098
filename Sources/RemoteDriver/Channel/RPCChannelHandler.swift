import LibvirtProtocol
import NIOCore
import Sockets

/// Does on a channel what the state machine of the protocol says; decides nothing itself.
final class RPCChannelHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// How long a server may take to answer connectClose.
  static let closingTime = TimeAmount.seconds(2)

  var rpc: RPCConnection
  var streams: [UInt32: StreamOwner] = [:]
  /// What encrypts the bytes of the protocol, once SASL has agreed on that.
  var layer: SASLSecurityLayer?
  private let delegate: RPCLinkDelegate
  private var context: ChannelHandlerContext?
  private var calls: [UInt32: OutgoingCall] = [:]
  private var ids: [UInt64: RPCCallID] = [:]
  private var isDraining = false
  private var isDrainWanted = false
  private var isClosing = false
  private var closingTimer: Scheduled<Void>?
  private var ticker: (due: NIODeadline, task: Scheduled<Void>)?

  init(delegate: RPCLinkDelegate, peer: String) {
    self.delegate = delegate
    rpc = RPCConnection(peer: peer)
  }

  /// Whether the socket takes more at the moment.
  var isWritable: Bool { context?.channel.isWritable ?? false }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    receive(unwrapInboundIn(data).readableBytesView)
  }

  func channelReadComplete(context: ChannelHandlerContext) { drain() }

  func channelInactive(context: ChannelHandlerContext) {
    rpc.receiveNoMore()
    drain()
    // An end that we have asked for needs no explanation; virt-ssh-helper may even end before it has passed on the last answer.
    if !isClosing, let epilogue = epilogue(in: context) {
      epilogue.explain(.endOfFile) { self.drop($0) }
    } else {
      rpc.receiveEndOfFile()
      drain()
    }
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    rpc.receiveNoMore()
    drain()
    let reason = RPCCloseReason.error(SocketFailure.reading(error))
    if let epilogue = epilogue(in: context) {
      epilogue.explain(reason) { self.drop($0) }
    } else {
      drop(reason)
    }
  }

  /// Who knows more about the end, unless it is known already.
  private func epilogue(in context: ChannelHandlerContext) -> (any ConnectionEpilogue)? {
    guard !rpc.isClosed else { return nil }
    return try? context.pipeline.syncOperations.handler(type: ProgramHandler.self)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { for stream in streams.values { stream.resume(.room, .success(.wait)) } }
    context.fireChannelWritabilityChanged()
  }

  /// Takes calls in, in order, and sends them in one write.
  func take(_ requests: [LinkRequest]) {
    for request in requests {
      switch request {
      case .call(let call): start(call)
      case .abandon(let token): abandon(token)
      }
    }
    drain()
  }

  /// Ends the connection at once.
  func drop(_ reason: RPCCloseReason) {
    rpc.close(reason)
    drain()
  }

  /// Ends the connection in an orderly way, once what was sent is answered.
  func close(unregisteringCallback: Bool) {
    guard !isClosing, !rpc.isClosed else { return }
    isClosing = true
    do {
      if unregisteringCallback {
        let unregister = Remote.connectUnregisterCloseCallback
        // Nobody waits for its answer, so that connectClose leaves in the same write.
        _ = rpc.abandon(try rpc.call(unregister.program, unregister.number, [], RPCCallOptions(unregister)))
      }
      _ = try rpc.callLast(.remote, Remote.connectClose.number)
    } catch {
      rpc.close(.client)
    }
    drain()
  }

  func startKeepalive(interval: Duration, count: Int) {
    rpc.startKeepalive(interval: interval, count: count, now: Self.now)
    drain()
  }

  /// Does all that the machine has to be done, then sends what it has to send.
  func drain() {
    isDrainWanted = true
    guard !isDraining else { return }
    isDraining = true
    defer { isDraining = false }
    while isDrainWanted {
      isDrainWanted = false
      while let action = rpc.nextAction() { perform(action) }
      guard let bytes = wrapped(rpc.takeOutgoing()) else {
        isDrainWanted = true
        continue
      }
      if !bytes.isEmpty, let context {
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
      }
    }
    setTimers()
  }

  private func start(_ call: OutgoingCall) {
    do throws(RPCCallFailure) {
      let id = try rpc.call(call.program, call.number, call.payload, call.options)
      calls[id.serial] = call
      ids[call.token] = id
    } catch {
      call.answer(.failure(error))
    }
  }

  private func abandon(_ token: UInt64) {
    guard let id = ids.removeValue(forKey: token) else { return }
    if calls.removeValue(forKey: id.serial) != nil {
      _ = rpc.abandon(id)
    } else {
      release(id)
    }
  }

  private func perform(_ action: RPCAction) {
    switch action {
    case .reply(let id, let payload), .replyWithDescriptors(let id, _, let payload):
      answer(id, .success(RPCAnswer(id: id, payload: payload)))
    case .fail(let id, let failure):
      // Whoever hears of the loss from a call may ask at once whether the connection is lost.
      if let reason = failure.lossReason { delegate.ending(reason) }
      answer(id, .failure(failure))
    case .event(.remote, Remote.connectEventConnectionClosed.number, let payload): rpc.close(.told(by: payload))
    case .event(let program, let number, let payload): delegate.event(program, number, payload)
    case .streamReadable(let id): feed(id)
    case .streamClosed(let id, let end): streams[id.serial]?.close(end)
    case .pauseReading: setReading(false)
    case .resumeReading: setReading(true)
    case .closed(let reason): finish(reason)
    }
  }

  private func answer(_ id: RPCCallID, _ result: Result<RPCAnswer, RPCCallFailure>) {
    guard let call = calls.removeValue(forKey: id.serial) else { return }
    if call.options.opensStream, case .success = result {
      // The token stays known: an abandonment may be on its way, and would leave a stream that nobody owns.
      streams[id.serial] = StreamOwner(token: call.token)
    } else {
      ids[call.token] = nil
    }
    call.answer(result)
  }

  private func finish(_ reason: RPCCloseReason) {
    closingTimer?.cancel()
    ticker?.task.cancel()
    ticker = nil
    delegate.closed(reason)
    context?.close(promise: nil)
  }

  /// Forgets a stream whose owner has gone, and aborts it if it is open.
  func release(_ id: RPCCallID) {
    guard let owner = streams.removeValue(forKey: id.serial) else { return }
    ids[owner.token] = nil
    _ = rpc.abortStream(id)
    drain()
  }

  private func setReading(_ isReading: Bool) {
    context?.channel.setOption(.autoRead, value: isReading).whenFailure { _ in }
  }

  private func setTimers() {
    guard let context, !rpc.isClosed else { return }
    let eventLoop = context.eventLoop.assumeIsolated()
    if isClosing, closingTimer == nil, calls.isEmpty {
      closingTimer = eventLoop.scheduleTask(in: Self.closingTime) { [weak self] in self?.drop(.client) }
    }
    guard let next = rpc.nextTick else { return }
    let due = NIODeadline.uptimeNanoseconds(next.clampedNanoseconds)
    // A tick that comes early does no harm, so a timer is not moved each time something was received.
    if let ticker, ticker.due <= due { return }
    ticker?.task.cancel()
    let task: Scheduled<Void> = eventLoop.scheduleTask(deadline: due) { [weak self] in self?.tick() }
    ticker = (due, task)
  }

  private func tick() {
    ticker = nil
    rpc.tick(now: Self.now)
    drain()
  }

  static var now: Duration { .nanoseconds(Int64(clamping: NIODeadline.now().uptimeNanoseconds)) }
}
