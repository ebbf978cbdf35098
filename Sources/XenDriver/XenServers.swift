import ConnectionURI
import Drivers
import Glibc
import Sockets

/// Xen's own servers: the ways to a Xen host that are not libvirt's daemon.
public enum XenServers {
  /// Opens a way to a Xen host: xend at its socket or over HTTP, or the read-only proxy. `uri` is what opens the same again.
  ///
  /// Throws `LibvirtError` where nobody listens, something else answers, or the way is a daemon's.
  public static func open(_ way: XenWay, for uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    switch way {
    case .xendSocket(let path): return try await XendHost.open(.unix(path), uri: "\(uri)", transportName: way.transportName, context)
    case .xendHTTP(let host, let port):
      let address = XendAddress.tcp(TCPEndpoint(host: host, port: port))
      return try await XendHost.open(address, uri: "\(uri)", transportName: way.transportName, context)
    case .proxy(let names):
      context.progress("asking the read-only proxy")
      let host = try await ProxyHost.open(names: names, limit: context.keepalive.patience, uri: "\(uri)")
      return XenDriver(host, calls: OverlappingCalls(ProxyHost.handlers), transportName: way.transportName)
    case .daemon: throw ConnectionURIError.noDriver(for: uri)
    }
  }

  /// Whether a proxy that is believed listens at a socket. It is not asked anything.
  public static func hasProxy(at socket: UnixSocketPath) -> Bool {
    guard case .connected(let descriptor)? = try? UnixSocketAddress(socket).connect() else { return false }
    defer { close(descriptor) }
    return ProxyLink.isBelieved(UnixSocketAddress.owner(ofPeer: descriptor))
  }
}

extension ProxyHost: XenHost {}
