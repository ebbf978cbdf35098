import ConnectionURI
import Glibc
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

  /// What may be the matter where nobody listens, or we may not connect; by default xend listens nowhere.
  func remedy(_ errno: CInt) -> String? {
    switch (self, errno) {
    case (.unix, EACCES), (.unix, EPERM): "xend's socket is root's alone: run virtsh as root"
    case (.unix, ENOENT), (.unix, ECONNREFUSED):
      "xend's own socket is /var/lib/xend/xend-socket; it makes one with (xend-unix-server yes) in its xend-config.sxp"
    case (.tcp, ECONNREFUSED): "xend listens with (xend-http-server yes) in its xend-config.sxp, and not by default; its own port is 8000"
    default: nil
    }
  }

  /// What may be the matter where somebody listens who does not answer as xend would.
  var otherServer: String {
    switch self {
    case .unix: "it does not look like xend: xend's own socket is /var/lib/xend/xend-socket"
    case .tcp: XendReply.otherServer
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
