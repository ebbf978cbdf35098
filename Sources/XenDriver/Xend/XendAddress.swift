import ConnectionURI
import NIOCore
import Sockets

/// Where a xend listens.
enum XendAddress: Sendable, Hashable, CustomStringConvertible {
  /// Its unix socket on this host, which only root can reach.
  case unix(UnixSocketPath)
  /// Plain HTTP, port 8000 unless configured otherwise: no password, no encryption.
  case tcp(TCPEndpoint)

  /// As libvirt writes it in error texts: the path, or `host:port`.
  var description: String {
    switch self {
    case .unix(let path): path.description
    case .tcp(let endpoint): endpoint.description
    }
  }

  /// Connects, until `deadline` at the latest. The channel does not read before it is told to.
  ///
  /// Throws `LibvirtError` in libvirt's words, `CancellationError` when the task is cancelled.
  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel {
    switch self {
    case .unix(let path): try await UnixSocketAddress.channel(on: UnixSocketAddress(path).connected(by: deadline))
    case .tcp(let endpoint): try await endpoint.connect(by: deadline)
    }
  }
}
