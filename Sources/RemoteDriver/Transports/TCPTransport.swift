import ConnectionURI
import NIOCore
import Sockets

/// A daemon at a host and port, with nothing around the protocol. TLS is put on such a channel.
struct TCPTransport: Transport {
  let endpoint: TCPEndpoint

  /// The host and port of a URI; this host and the transport's own port where it names none.
  init(_ uri: ConnectionURI, _ transport: ConnectionTransport) {
    endpoint = TCPEndpoint(host: uri.host.flatMap { $0.isEmpty ? nil : $0 } ?? "localhost", port: uri.port ?? transport.defaultPort ?? 0)
  }

  var target: String { endpoint.description }

  func connect(by deadline: ContinuousClock.Instant?) async throws -> any Channel { try await endpoint.connect(by: deadline) }
}
