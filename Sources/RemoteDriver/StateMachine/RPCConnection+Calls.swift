import LibvirtProtocol

extension RPCConnection {
  /// Sends a call, or lets it wait for its place; calls of high priority never wait.
  ///
  /// Many calls in one go leave in one buffer. Throws ``RPCCallFailure`` `connectionLost` when the connection is over or
  /// ending, `refused` when the payload or what waits is too much, or when calls that were given up hold all places.
  public mutating func call(
    _ program: Program, _ procedure: Int32, _ payload: [UInt8], _ options: RPCCallOptions
  ) throws(RPCCallFailure) -> RPCCallID {
    guard case .open = state else { throw .connectionLost(.client) }
    guard payload.count <= MessageLimits.payload else {
      throw .refused(LibvirtError(.rpc, .rpc, "Unable to encode message payload"))
    }
    guard calls.count < limits.calls else { throw .refused(.tooManyCalls(calls.count)) }
    let waitingBytes = outgoing.count + calls.waitingBytes
    guard waitingBytes == 0 || waitingBytes + payload.count <= limits.queuedBytes else {
      throw .refused(.tooManyBytes(waitingBytes))
    }
    let isLow = options.priority == .low
    if isLow, options.window == nil, calls.stuckCount >= limits.lowPriorityCalls {
      throw .refused(.placesTaken(calls.stuckCount))
    }
    let header = MessageHeader(program: program, procedure: procedure, type: .call, serial: makeSerial())
    let call = WaitingCall(header: header, payload: payload, options: options)
    if isLow {
      calls.enqueue(call)
      sendWaiting()
    } else {
      send(call)
    }
    return RPCCallID(serial: header.serial)
  }

  /// Sends the last call, connectClose, once all others were answered that somebody waits for.
  ///
  /// No call is taken from now on. When it is answered, or the peer hangs up, the connection ends with reason `client`.
  public mutating func callLast(_ program: Program, _ procedure: Int32, _ payload: [UInt8] = []) throws(RPCCallFailure) -> RPCCallID {
    guard case .open = state else { throw .connectionLost(.client) }
    let header = MessageHeader(program: program, procedure: procedure, type: .call, serial: makeSerial())
    state = .ending(WaitingCall(header: header, payload: payload, options: RPCCallOptions(priority: .high, effect: .reads)))
    sendWaiting()
    return RPCCallID(serial: header.serial)
  }

  /// Gives a call up. If it is under way it keeps its place until its late answer, which is swallowed.
  public mutating func abandon(_ id: RPCCallID) -> RPCAbandonment {
    if calls.removeWaiting(id.serial) != nil {
      sendWaiting()
      return .neverSent
    }
    guard calls.abandon(id.serial) else { return .unknown }
    if var stream = streams[id.serial] {
      release(&stream)
      streams[id.serial] = stream
    }
    if calls.stuckCount >= limits.lowPriorityCalls {
      for serial in calls.waiting.keys.sorted() where calls.waiting[serial]?.options.window == nil {
        guard calls.removeWaiting(serial) != nil else { continue }
        actions.append(.fail(RPCCallID(serial: serial), .refused(.placesTaken(calls.stuckCount))))
      }
    }
    sendWaiting()
    return .underWay
  }

  /// Sends the calls that have a place now, and the last call when it is its turn.
  mutating func sendWaiting() {
    while let call = calls.dequeue(defaultWindow: limits.lowPriorityCalls) { send(call) }
    if case .ending(let call) = state, calls.waiting.isEmpty, calls.awaitedCount == 0 {
      state = .ended(call.header.serial)
      send(call)
    }
  }

  private mutating func send(_ call: WaitingCall) {
    append(call.header, call.payload)
    if call.options.opensStream {
      streams[call.header.serial] = StreamState(call.header, isSparse: call.options.isSparse)
    }
    calls.start(CallUnderWay(header: call.header, options: call.options, endOffset: taken + UInt64(outgoing.count)))
  }
}
