import LibvirtProtocol

/// What the owner of an ``RPCConnection`` has to do next.
public enum RPCAction: Sendable, Equatable {
  /// The call has its result, whose XDR this is. A slice of the receive buffer: decode it, then let go.
  case reply(RPCCallID, ArraySlice<UInt8>)
  /// As `reply`; this many descriptors came with it (their count is no longer part of the bytes).
  case replyWithDescriptors(RPCCallID, count: Int, ArraySlice<UInt8>)
  /// The call has failed.
  case fail(RPCCallID, RPCCallFailure)
  /// An event; programs and numbers that nobody knows are to be ignored.
  case event(Program, number: Int32, payload: ArraySlice<UInt8>)
  /// A stream whose reader was told to wait has something now.
  case streamReadable(RPCCallID)
  /// The stream has ended. Nothing more comes of it and its ID means nothing any more.
  case streamClosed(RPCCallID, RPCStreamEnd)
  /// Stop reading the socket: too much stream data waits for its readers.
  case pauseReading
  /// Read the socket again.
  case resumeReading
  /// The connection is over: close the socket. All calls and streams have been told before. Always the last action.
  case closed(RPCCloseReason)
}

/// How a stream ended.
public enum RPCStreamEnd: Sendable, Hashable {
  /// The server agreed to the end that was asked for by finish.
  case finished
  /// The stream was aborted from here.
  case aborted
  /// The server gave up.
  case failed(LibvirtError)
  /// The connection ended.
  case lost(RPCCloseReason)
}
