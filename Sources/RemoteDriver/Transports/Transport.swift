import ConnectionURI
import Drivers
import LibvirtProtocol
import NIOCore

/// A way to reach a daemon.
///
/// Adding one is a type and a line in ``make(for:_:_:)``.
protocol Transport: Sendable {
  /// What is reached, for progress and messages.
  var target: String { get }

  /// Connects, until `deadline` at the latest.
  ///
  /// The channel carries the plain bytes of the protocol. It must not read on its own (`autoRead` off) until the protocol
  /// is on it, and belongs to ``RemoteEventLoops``. Throws `LibvirtError` in libvirt's words.
  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel
}

extension Transport where Self == UnixTransport {
  /// The transport that a URI asks for; throws when it is wrong or not there.
  static func make(for uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext) throws -> any Transport {
    switch parameters.transport {
    case .unix:
      let path = try UnixSocketPath.resolve(uri, readOnly: context.isReadOnly, in: context.environment)
      return UnixTransport(path: path)
    case .tls, .ssh, .libssh2, .ext, .tcp, .libssh:
      throw LibvirtError(
        .operationUnsupported, .remote, "the transport \(parameters.transport.rawValue) is not there yet; what works: unix")
    }
  }
}
