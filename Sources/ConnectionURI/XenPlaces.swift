/// Where Xen's own servers are on this host.
public struct XenPlaces: Sendable, Hashable {
  /// xend's unix socket, in a folder that is root's alone.
  public var xendSocket = UnixSocketPath.path("/var/lib/xend/xend-socket")
  /// xend's TCP port for plain HTTP.
  public var xendPort: UInt16 = 8000
  /// The abstract sockets of libvirt's old proxy: as every version of its code spelled it, then as the documentation did.
  public var proxySockets: [UnixSocketPath] = [.abstract("/tmp/livirt_proxy_conn"), .abstract("/tmp/libvirt_proxy_conn")]

  /// The places that the programs have by default.
  public init() {}
}

/// A server that speaks for a Xen host.
public enum XenWay: Sendable, Hashable, CustomStringConvertible {
  /// libvirt's own daemon, by the URI that reaches it.
  case daemon(ConnectionURI)
  /// xend at its unix socket.
  case xendSocket(UnixSocketPath)
  /// xend over plain HTTP; of an IPv6 address without brackets.
  case xendHTTP(host: String, port: UInt16)
  /// libvirt's old proxy, which only reads, at one of these sockets.
  case proxy([UnixSocketPath])

  /// For people: what is asked, and where.
  public var description: String {
    switch self {
    case .daemon(let uri): "libvirt's daemon for \(uri)"
    case .xendSocket(let path): "xend at \(path)"
    case .xendHTTP(let host, let port): "xend at \(host):\(port)"
    case .proxy(let names): "the read-only proxy at \(names.map(\.description).joined(separator: " or "))"
    }
  }

  /// What carries the connection, for `connection`; nil where the URI's transport says it.
  public var transportName: String? {
    switch self {
    case .daemon: nil
    case .xendSocket: "xend"
    case .xendHTTP: "http"
    case .proxy: "proxy"
    }
  }
}
