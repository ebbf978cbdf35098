import NIOCore

/// A way to reach a daemon.
///
/// Adding one is a type and a case in ``RemoteDriver/transport(for:_:_:)``.
protocol Transport: Sendable {
  /// What is reached, for progress and messages.
  var target: String { get }

  /// Who is on the other side, as the subject of a sentence.
  var peer: String { get }

  /// Whether a program of the user's carries the connection, which may ask at the terminal by itself.
  var usesTerminal: Bool { get }

  /// Connects, until `deadline` at the latest.
  ///
  /// The channel carries the plain bytes of the protocol. It must not read on its own (`autoRead` off) until the protocol
  /// is on it, and belongs to ``SocketEventLoops``. Throws `LibvirtError` in libvirt's words.
  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel

  /// How safe from listeners a channel of this transport is, once it is connected.
  func security(of channel: any Channel) async -> ChannelSecurity

  /// Waits until nothing of a connection that has failed uses the user's terminal any more.
  func settle() async
}

extension Transport {
  /// An address of the internet is reached in plain text; what has none stays on this host.
  func security(of channel: any Channel) async -> ChannelSecurity { channel.remoteAddress?.port == nil ? .local : .plain }
}

extension Transport {
  var peer: String { "the remote" }
  var usesTerminal: Bool { false }
  func settle() async {}
}
