import ConnectionURI
import Glibc
import LibvirtProtocol
import NIOCore
import Sockets

/// A socket to the proxy, and the protocol on it.
struct ProxyLink: Sendable {
  private let channel: any Channel
  private let handler: NIOLoopBound<ProxyChannelHandler>

  /// Connects; `ended` is called when the proxy goes away while nothing is asked. Throws in libvirt's words.
  static func open(
    _ name: UnixSocketPath, by deadline: ContinuousClock.Instant?, ended: @escaping @Sendable (ProxyFailure) -> Void
  ) async throws -> ProxyLink {
    let descriptor = try await UnixSocketAddress(name).connected(by: deadline)
    let owner = UnixSocketAddress.owner(ofPeer: descriptor)
    guard isBelieved(owner) else {
      Glibc.close(descriptor)
      let holder = owner.map { "user \($0)" } ?? "an unknown user"
      throw LibvirtError(.accessDenied, .proxy, "\(name) belongs to \(holder), and libvirt's proxy is root's")
    }
    let channel = try await UnixSocketAddress.channel(on: descriptor)
    let handler = try await channel.eventLoop.submit {
      let handler = ProxyChannelHandler(ended: ended)
      try channel.pipeline.syncOperations.addHandler(handler)
      return NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }.get()
    try await channel.setOption(.autoRead, value: true).get()
    return ProxyLink(channel: channel, handler: handler)
  }

  /// Whether the proxy of a user is believed: anybody may take an abstract name, and show domains that are not there.
  static func isBelieved(_ owner: uid_t?) -> Bool { owner == 0 || owner == geteuid() }

  /// Sends a question and waits for its answer. Throws ``ProxyFailure``, or `CancellationError` at once when the task is cancelled: the
  /// link is then of no more use.
  func ask(_ packet: ProxyPacket, within limit: Duration?) async throws -> ProxyPacket {
    let answer = channel.eventLoop.makePromise(of: ProxyPacket.self)
    return try await withTaskCancellationHandler {
      channel.eventLoop.execute { handler.value.ask(packet, within: limit, on: channel, answer) }
      return try await answer.futureResult.get()
    } onCancel: {
      answer.fail(CancellationError())
    }
  }

  /// Hangs up.
  func close() { channel.close(promise: nil) }
}
