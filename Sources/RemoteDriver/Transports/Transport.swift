import NIOCore

/// A way to reach a daemon.
///
/// Adding one is a type and a case in ``RemoteDriver/transport(for:_:_:)``.
protocol Transport: Sendable {
  /// What is reached, for progress and messages.
  var target: String { get }

  /// Connects, until `deadline` at the latest.
  ///
  /// The channel carries the plain bytes of the protocol. It must not read on its own (`autoRead` off) until the protocol
  /// is on it, and belongs to ``RemoteEventLoops``. Throws `LibvirtError` in libvirt's words.
  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel
}
