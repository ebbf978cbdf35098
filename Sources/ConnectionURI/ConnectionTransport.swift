/// How a connection reaches its daemon.
public enum ConnectionTransport: String, Sendable, Hashable, CaseIterable {
  case tls, unix, ssh, libssh2, ext, tcp, libssh

  /// The TCP port when the URI names none; nil where there is no port of ours: unix and ext have none, ssh knows its own.
  public var defaultPort: UInt16? {
    switch self {
    case .tls: 16514
    case .tcp: 16509
    case .libssh, .libssh2: 22
    case .unix, .ssh, .ext: nil
    }
  }

  /// Whether a login on the remote host carries the connection.
  public var isSSH: Bool { self == .ssh || self == .libssh || self == .libssh2 }
}

extension ConnectionURI {
  /// The transport: the scheme's, in any case of letters; without one TLS when a host is given, else a unix socket.
  ///
  /// Throws for an unknown name and for a host together with `+unix`.
  public func transport() throws(ConnectionURIError) -> ConnectionTransport {
    guard let name = transportName else { return host == nil ? .unix : .tls }
    guard let transport = ConnectionTransport(rawValue: PercentEncoding.asciiLowercased(name)) else {
      throw .unknownTransport(self, name)
    }
    if transport == .unix, let host { throw .hostWithUnix(self, host) }
    return transport
  }

  /// What to add to a TLS error when the URI did not ask for TLS in so many words, else nil.
  public var implicitTLSHint: String? {
    guard transportName == nil, !isForXend, let host else { return nil }
    if host == "system" || host == "session" {
      return "with two slashes '\(host)' is the name of a host, and no transport means TLS; for local use \(driver):///\(host)"
    }
    let path = path.isEmpty ? "/system" : path
    return "no transport in the URI means TLS; for local use \(driver)://\(path), for ssh \(driver)+ssh://\(host)\(path)"
  }
}
