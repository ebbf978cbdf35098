import LibvirtProtocol
import XDR

// Packets of streams as they come in. Those of streams that are gone are normal and ignored.
extension RPCConnection {
  /// Whether the stream that a message names is known.
  func matchingStream(_ header: MessageHeader) -> UInt32? {
    guard let stream = streams[header.serial], stream.header.program == header.program,
      stream.header.version == header.version, stream.header.procedure == header.procedure
    else { return nil }
    return header.serial
  }

  mutating func handleStreamPacket(_ frame: Frame) {
    guard let serial = matchingStream(frame.header) else { return }
    switch frame.header.status {
    case .continue:
      update(serial) { stream in
        if frame.payload.isEmpty {
          stream.hasEnded = true
        } else if !stream.hasEnded {
          stream.append(frame.payload)
        }
      }
    case .error:
      closeStream(serial, .failed(Self.error(frame.payload)))
    case .ok:
      switch streams[serial]?.phase {
      case .finishing: closeStream(serial, .finished)
      case .aborting, .discarding: closeStream(serial, .aborted)
      case .opening, .open, nil:
        update(serial) { stream in
          stream.hasEnded = true
          stream.isFinishedByPeer = true
        }
      }
    }
  }

  mutating func handleStreamHole(_ frame: Frame) {
    guard let serial = matchingStream(frame.header) else { return }
    var reader = XDRReader(frame.payload)
    guard streams[serial]?.isSparse == true, frame.header.status == .continue,
      let hole = try? reader.read(StreamHole.self), hole.length >= 0
    else {
      violate(RPCProtocolViolation("Unable to decode message payload", explanation: "a hole where none may be"))
      return
    }
    update(serial) { stream in
      if hole.length > 0, !stream.hasEnded { stream.append(hole: hole.length) }
    }
  }

  /// The call that opens a stream was answered.
  mutating func openStream(_ serial: UInt32, isGood: Bool, isWanted: Bool) {
    guard var stream = streams[serial] else { return }
    guard isGood else {
      release(&stream)
      streams[serial] = nil
      return
    }
    if isWanted {
      stream.phase = .open
    } else {
      sendStreamPacket(stream.header, .error)
      release(&stream)
      stream.phase = .discarding
    }
    streams[serial] = stream
  }

  /// Ends a stream and tells its owner, if it has one.
  mutating func closeStream(_ serial: UInt32, _ end: RPCStreamEnd) {
    guard var stream = streams.removeValue(forKey: serial) else { return }
    release(&stream)
    if stream.phase != .discarding, calls.underWay[serial]?.isAbandoned != true {
      let isAborted = stream.phase == .aborting
      actions.append(.streamClosed(RPCCallID(serial: serial), isAborted ? .aborted : end))
    }
  }

  /// Drops what nobody will read.
  mutating func release(_ stream: inout StreamState) {
    unreadStreamBytes -= stream.unread
    stream.discardUnread()
    resumeReadingIfPossible()
  }

  func isWanted(_ serial: UInt32) -> Bool {
    streams[serial]?.isReading == true && calls.underWay[serial]?.isAbandoned != true
  }

  mutating func resumeReadingIfPossible() {
    guard isReadingPaused, unreadStreamBytes <= limits.unreadStreamBytes / 2 else { return }
    isReadingPaused = false
    actions.append(.resumeReading)
  }

  private mutating func update(_ serial: UInt32, _ change: (inout StreamState) -> Void) {
    guard isWanted(serial), var stream = streams.removeValue(forKey: serial) else { return }
    unreadStreamBytes -= stream.unread
    change(&stream)
    unreadStreamBytes += stream.unread
    if stream.isReaderWaiting {
      stream.isReaderWaiting = false
      actions.append(.streamReadable(RPCCallID(serial: serial)))
    }
    streams[serial] = stream
    if unreadStreamBytes > limits.unreadStreamBytes, !isReadingPaused {
      isReadingPaused = true
      actions.append(.pauseReading)
    }
  }
}
