import LibvirtProtocol

/// A call on its way to the event loop, with what is to be done with its answer.
struct OutgoingCall: Sendable {
  /// The driver's own number for the call: the serial is only known on the event loop.
  let token: UInt64
  let program: Program
  let number: Int32
  let payload: [UInt8]
  let options: RPCCallOptions
  /// Called once on the event loop, unless the call was abandoned.
  let answer: @Sendable (Result<RPCAnswer, RPCCallFailure>) -> Void
}

/// A good reply.
struct RPCAnswer {
  /// The call's name on the connection, and that of the stream it opened.
  let id: RPCCallID
  /// The result's XDR, to be decoded at once.
  let payload: ArraySlice<UInt8>
}

/// What a link hands over to its event loop, in order.
enum LinkRequest: Sendable {
  case call(OutgoingCall)
  case abandon(token: UInt64)
}
