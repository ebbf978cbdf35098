import ConnectionURI
import NIOCore
import Sockets

/// A daemon's unix socket on this host, in the file system or in the abstract name space.
struct UnixTransport: Transport {
  let path: UnixSocketPath
  /// What is started where nobody listens; nil for nothing.
  var daemon: SessionDaemon?
  /// Told when a daemon is started, or another client starts one.
  var progress: @Sendable (String) -> Void = { _ in }

  var target: String { path.description }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    let address = try UnixSocketAddress(path)
    let descriptor =
      if let daemon {
        try await SessionDaemonStart(daemon, address, progress).connected(by: deadline)
      } else {
        try await address.connected(by: deadline)
      }
    return try await UnixSocketAddress.channel(on: descriptor)
  }
}
