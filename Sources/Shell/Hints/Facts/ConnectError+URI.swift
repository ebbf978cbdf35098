import Commands
import ConnectionURI

extension ConnectError {
  /// The URI that was meant; nil when the local daemon was to choose.
  func uri(in environment: ConnectionEnvironment) throws -> ConnectionURI? {
    guard case .name(.uri(let uri)) = try meant(in: environment) else { return nil }
    return uri
  }

  /// The unix socket that was meant, and the driver if one was named; nil for other transports.
  func socket(in environment: ConnectionEnvironment) throws -> (path: UnixSocketPath, uri: ConnectionURI?)? {
    switch try meant(in: environment) {
    case .daemon(let path): return (path, nil)
    case .name(.uri(let uri)):
      guard try uri.transport() == .unix else { return nil }
      return (try .resolve(uri, readOnly: isReadOnly, in: environment), uri)
    default: return nil
    }
  }

  private func meant(in environment: ConnectionEnvironment) throws -> DefaultConnectionName.Target {
    try environment.connectionName(explicit: name, readOnly: isReadOnly).target
  }
}
