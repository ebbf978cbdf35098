import Commands
import ConnectionURI

extension ConnectError {
  /// The URI that was meant; nil when the local daemon was to choose.
  func uri(in environment: ConnectionEnvironment) throws -> ConnectionURI? {
    guard case .name(let name) = try meant(in: environment) else { return nil }
    return name.uri
  }

  /// The unix socket of a daemon of libvirt's that was meant, and the driver if one was named; nil for others.
  func socket(in environment: ConnectionEnvironment) throws -> (path: UnixSocketPath, uri: ConnectionURI?)? {
    switch try meant(in: environment) {
    case .daemon(let path): return (path, nil)
    case .name(let name):
      guard !name.uri.isXendSocket, try name.uri.transport() == .unix else { return nil }
      return (try .resolve(name.uri, readOnly: isReadOnly, in: environment), name.uri)
    }
  }

  private func meant(in environment: ConnectionEnvironment) throws -> DefaultConnectionName.Target {
    try environment.connectionName(explicit: name, readOnly: isReadOnly).target
  }
}
