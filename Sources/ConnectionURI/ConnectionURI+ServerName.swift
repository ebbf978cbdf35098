extension ConnectionURI {
  /// The parameters that are for the client; none of them is sent to the server, whatever the transport.
  static let clientParameters: Set<String> = [
    "name", "mode", "socket", "auth", "authfile", "command", "netcat", "proxy", "keyfile", "sshauth", "known_hosts",
    "known_hosts_verify", "no_verify", "no_tty", "no_sanity", "pkipath", "tls_priority",
  ]

  /// The name that is sent to the server in connectOpen.
  ///
  /// The value of `name=` if given; empty ("server, choose") for the scheme `remote`; else the URI without transport, user,
  /// host, port and the client's own parameters, its remaining values encoded again.
  public var nameForServer: String {
    if let name = parameter("name") { return name }
    guard driver != "remote" else { return "" }
    let kept = parameters.filter { !Self.clientParameters.contains(PercentEncoding.asciiLowercased($0.name)) }
    return ConnectionURI(scheme: driver, path: path, parameters: kept, fragment: fragment).description
  }
}
