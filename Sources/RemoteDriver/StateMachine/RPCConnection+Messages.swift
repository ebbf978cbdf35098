import LibvirtProtocol
import XDR

extension RPCConnection {
  mutating func handle(_ frame: Frame) {
    let header = frame.header
    if header.program == .keepAlive {
      // One answer is enough for all pings that came before it leaves: a flood costs no memory.
      if header.procedure == KeepAlive.ping.number, !isPongWaiting {
        append(Self.keepaliveHeader(procedure: KeepAlive.pong.number))
        isPongWaiting = true
      }
      return
    }
    switch header.type {
    case .reply, .replyWithFDs: handleReply(frame)
    case .message: actions.append(.event(header.program, number: header.procedure, payload: frame.payload))
    case .stream: handleStreamPacket(frame)
    case .streamHole: handleStreamHole(frame)
    case .call, .callWithFDs: violate(.unexpected(header))
    }
  }

  /// Goes on after a reply that held the connection. Gives what came after that reply, to be received in its plain form.
  public mutating func release() -> [UInt8] {
    guard isHeld, !isClosed else { return [] }
    isHeld = false
    actions.append(.resumeReading)
    return decoder.takeUnread()
  }

  private mutating func hold() {
    isHeld = true
    actions.append(.pauseReading)
  }

  mutating func violate(_ violation: RPCProtocolViolation) { close(.protocolViolation(violation)) }

  private mutating func handleReply(_ frame: Frame) {
    let header = frame.header
    guard let call = calls.underWay[header.serial] else {
      handleLateReply(frame)
      return
    }
    guard header.program == call.header.program, header.version == call.header.version else {
      violate(.noCall(header))
      return
    }
    guard header.procedure == call.header.procedure else {
      violate(RPCProtocolViolation(internal: "Unexpected message proc \(header.procedure) != \(call.header.procedure)"))
      return
    }
    guard header.status != .continue else {
      violate(RPCProtocolViolation("Unexpected message status \(header.status.rawValue)"))
      return
    }
    var payload = frame.payload
    var descriptors: Int?
    if header.type == .replyWithFDs {
      guard call.options.acceptsDescriptors, let count = Self.descriptorCount(payload) else {
        violate(.unexpected(header))
        return
      }
      decoder.skip(count)
      payload = payload.dropFirst(4)
      descriptors = count
    }
    _ = calls.finish(header.serial)
    if call.options.opensStream { openStream(header.serial, isGood: header.status == .ok, isWanted: !call.isAbandoned) }
    if !call.isAbandoned {
      let id = RPCCallID(serial: header.serial)
      if header.status == .error {
        actions.append(.fail(id, .server(Self.error(payload))))
      } else if let descriptors {
        actions.append(.replyWithDescriptors(id, count: descriptors, payload))
      } else {
        actions.append(.reply(id, payload))
      }
      if call.options.holdsConnection, header.status == .ok { hold() }
    }
    if case .ended(header.serial) = state { close(.client) } else { sendWaiting() }
  }

  /// An error while the server handles a hole comes as a reply with the stream's serial; no other reply has no call.
  private mutating func handleLateReply(_ frame: Frame) {
    guard frame.header.status == .error, matchingStream(frame.header) != nil else {
      violate(.noCall(frame.header))
      return
    }
    closeStream(frame.header.serial, .failed(Self.error(frame.payload)))
  }

  /// The error that a message with status `error` carries.
  static func error(_ payload: ArraySlice<UInt8>) -> LibvirtError {
    var reader = XDRReader(payload)
    guard let error = try? reader.read(NetMessageError.self) else { return .undecodablePayload }
    return LibvirtError(error)
  }

  private static func descriptorCount(_ payload: ArraySlice<UInt8>) -> Int? {
    var reader = XDRReader(payload)
    guard let count = try? reader.readWord(), count <= UInt32(MessageLimits.fileDescriptors) else { return nil }
    return Int(count)
  }
}
