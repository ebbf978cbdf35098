import LibvirtProtocol

extension RPCConnection {
  /// Ends the connection at once: with `client` from this side, with `error` when reading or writing failed.
  ///
  /// All calls and streams are told by the next actions, the last of which is ``RPCAction/closed(_:)``.
  public mutating func close(_ reason: RPCCloseReason) {
    guard !isClosed else { return }
    var failed: [(serial: UInt32, failure: RPCCallFailure)] = []
    for (serial, call) in calls.underWay where !call.isAbandoned {
      let isSent = call.endOffset <= taken
      failed.append((serial, isSent && call.options.effect == .changes ? .outcomeUnknown(reason) : .connectionLost(reason)))
    }
    for serial in calls.waiting.keys { failed.append((serial, .connectionLost(reason))) }
    if case .ending(let call) = state { failed.append((call.header.serial, .connectionLost(reason))) }
    state = .closed
    isReadingPaused = false
    for call in failed.sorted(by: { $0.serial < $1.serial }) {
      actions.append(.fail(RPCCallID(serial: call.serial), call.failure))
    }
    // A stream that was not open yet is told by its call.
    for (serial, stream) in streams.sorted(by: { $0.key < $1.key }) where stream.phase != .opening {
      closeStream(serial, .lost(reason))
    }
    calls.removeAll()
    streams = [:]
    outgoing = []
    decoder = FrameDecoder()
    keepalive = nil
    unreadStreamBytes = 0
    actions.append(.closed(reason))
  }

  mutating func endOfFile() {
    switch state {
    case .open, .closed: close(.endOfFile)
    case .ending, .ended: close(.client)
    }
  }
}
