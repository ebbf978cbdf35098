import NIOCore

/// A handler of a channel that knows more about the channel's end than the channel does, but may need a moment to find out.
protocol ConnectionEpilogue: AnyObject {
  /// Calls back with the reason to give for an end that the channel has reported, on the event loop.
  func explain(_ reason: RPCCloseReason, _ told: @escaping (RPCCloseReason) -> Void)
}
