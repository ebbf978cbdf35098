import Drivers
import LibvirtProtocol
import NIOCore
import Synchronization

/// The way from any thread to the channel of a connection: what is handed over arrives in program order.
///
/// Whatever was handed over before the event loop comes to it leaves in one write.
final class RPCLink: ReplySource {
  let channel: any Channel
  private let handler: NIOLoopBound<RPCChannelHandler>
  private let inbox = Mutex<[LinkRequest]>([])
  private let lastToken = Atomic<UInt64>(0)

  /// Puts the protocol on a channel that does not read yet, and lets it read.
  static func make(on channel: any Channel, peer: String, delegate: RPCLinkDelegate) async throws -> RPCLink {
    let handler = try await channel.eventLoop.submit {
      let handler = RPCChannelHandler(delegate: delegate, peer: peer)
      try channel.pipeline.syncOperations.addHandler(handler)
      return NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }.get()
    let link = RPCLink(channel, handler)
    try await channel.setOption(.autoRead, value: true).get()
    return link
  }

  private init(_ channel: any Channel, _ handler: NIOLoopBound<RPCChannelHandler>) {
    self.channel = channel
    self.handler = handler
  }

  /// A number that no other call of this link has.
  func makeToken() -> UInt64 { lastToken.add(1, ordering: .relaxed).newValue }

  /// Hands requests over, all together.
  func submit(_ requests: [LinkRequest]) {
    let isFirst = inbox.withLock { inbox in
      defer { inbox.append(contentsOf: requests) }
      return inbox.isEmpty
    }
    guard isFirst else { return }
    channel.eventLoop.execute { [self] in
      let requests = inbox.withLock { inbox in
        defer { inbox = [] }
        return inbox
      }
      handler.value.take(requests)
    }
  }

  /// Does something with the handler on its event loop.
  func perform(_ body: @escaping @Sendable (RPCChannelHandler) -> Void) {
    channel.eventLoop.execute { [handler] in body(handler.value) }
  }

  /// Ends the connection at a time, unless what is returned is cancelled before.
  func drop(at deadline: NIODeadline, _ reason: RPCCloseReason) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(deadline: deadline) { [handler] in handler.value.drop(reason) }
  }

  func advance() async {}

  func abandoned(_ call: CallDescription) { submit([.abandon(token: call.token)]) }
}

/// Who is told what happens on a link; called on its event loop.
struct RPCLinkDelegate: Sendable {
  /// An event's program, number and payload.
  let event: @Sendable (Program, Int32, ArraySlice<UInt8>) -> Void
  /// The end is near: calls and streams are told next. May be said more than once.
  let ending: @Sendable (RPCCloseReason) -> Void
  /// The end; all calls and streams were told before.
  let closed: @Sendable (RPCCloseReason) -> Void
}
