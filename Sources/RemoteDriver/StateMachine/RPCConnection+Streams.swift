import LibvirtProtocol
import XDR

// What the owner of a stream does with it.
extension RPCConnection {
  /// The next piece of what the peer sent.
  public mutating func readStream(_ id: RPCCallID) -> RPCStreamRead {
    guard streams[id.serial]?.isReading == true, var stream = streams.removeValue(forKey: id.serial) else { return .closed }
    unreadStreamBytes -= stream.unread
    let result = stream.read()
    unreadStreamBytes += stream.unread
    streams[id.serial] = stream
    resumeReadingIfPossible()
    return result
  }

  /// Sends bytes, in packets of at most 262,120. False when the stream is not open.
  ///
  /// Nothing limits what is sent: wait for the socket to take it before writing more.
  public mutating func writeStream(_ id: RPCCallID, _ bytes: some Collection<UInt8>) -> Bool {
    guard let stream = streams[id.serial], stream.phase == .open else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      sendStreamPacket(stream.header, .continue, rest.prefix(MessageLimits.streamPacket))
      rest = rest.dropFirst(MessageLimits.streamPacket)
    }
    return true
  }

  /// Sends a hole of `length` bytes. False when the stream is not open, its call did not ask for holes, or for length < 0.
  public mutating func writeStreamHole(_ id: RPCCallID, length: Int64) -> Bool {
    guard let stream = streams[id.serial], stream.phase == .open, stream.isSparse, length >= 0 else { return false }
    var writer = XDRWriter()
    StreamHole(length: length).encode(into: &writer)
    sendStreamPacket(stream.header, .continue, type: .streamHole, writer.bytes)
    return true
  }

  /// Ends a stream in an orderly way; what was not read is dropped. False when the stream is not open.
  ///
  /// ``RPCAction/streamClosed(_:_:)`` follows when the server agrees, or with its error.
  public mutating func finishStream(_ id: RPCCallID) -> Bool {
    guard var stream = streams[id.serial], stream.phase == .open else { return false }
    if stream.isFinishedByPeer {
      closeStream(id.serial, .finished)
      return true
    }
    sendStreamPacket(stream.header, .ok)
    release(&stream)
    stream.phase = .finishing
    streams[id.serial] = stream
    return true
  }

  /// Ends a stream at once, also one that is finishing; what was not read is dropped. False when the stream is not open.
  ///
  /// ``RPCAction/streamClosed(_:_:)`` follows when the server has confirmed it.
  public mutating func abortStream(_ id: RPCCallID) -> Bool {
    guard var stream = streams[id.serial], stream.phase == .open || stream.phase == .finishing else { return false }
    sendStreamPacket(stream.header, .error)
    release(&stream)
    stream.phase = .aborting
    streams[id.serial] = stream
    return true
  }

  mutating func sendStreamPacket(
    _ header: MessageHeader, _ status: MessageStatus, type: MessageType = .stream,
    _ payload: some Collection<UInt8> = EmptyCollection<UInt8>()
  ) {
    var header = header
    header.type = type
    header.status = status
    append(header, payload)
  }
}
