import ConnectionURI
import Drivers
import LibvirtProtocol

extension RemoteDriver {
  /// The transport that a URI asks for; throws when it is wrong or not there.
  static func transport(
    for uri: ConnectionURI, _ parameters: ConnectionParameters, _ context: OpenContext
  ) throws -> any Transport {
    switch parameters.transport {
    case .unix:
      // What the URI says itself makes the configuration not count, and no mistake in it either.
      let mode = parameters.mode == nil ? try context.configuration.remoteMode : nil
      return UnixTransport(
        path: try .resolve(uri, readOnly: context.isReadOnly, in: context.environment, configuredMode: mode),
        daemon: try SessionDaemon(for: uri, in: context.environment, configuredMode: mode), progress: context.progress)
    case .tcp: return TCPTransport(uri, .tcp)
    case .tls, .ssh, .libssh2, .ext, .libssh:
      throw LibvirtError(
        .operationUnsupported, .remote, "the transport \(parameters.transport.rawValue) is not there yet; what works: unix, tcp")
    }
  }
}
