import ConnectionURI
import Drivers
import LibvirtProtocol

/// A Xen host as the read-only proxy of old libvirt shows it: the domains that run, and nothing that would change them.
actor ProxyHost {
  /// The libvirt that this driver plays: 9.0.0.
  static let libraryVersion: UInt64 = 9_000_000

  /// What `virsh uri` prints.
  nonisolated let uri: String
  /// The socket that the proxy listens at, `@` in front.
  nonisolated let endpoint: String
  /// The connection's end: because the proxy is gone for good, or by our own wish.
  nonisolated let closure: ConnectionClosure
  let client: ProxyClient

  private init(_ client: ProxyClient, uri: String, closure: ConnectionClosure) {
    self.client = client
    self.uri = uri
    self.closure = closure
    endpoint = client.name.description
  }

  /// Connects to the first of `names` at which a proxy answers.
  ///
  /// - Parameters:
  ///   - limit: How long each answer may take; nil waits without bound.
  ///   - uri: What the host is to call itself.
  ///   - onLoss: Told once when the proxy is gone for good, unless by ``close()``.
  /// - Throws: ``LibvirtError`` of the domain `.proxy`, for the first name.
  static func open(
    names: [UnixSocketPath] = XenPlaces().proxySockets, limit: Duration?, uri: String = "xen:///",
    onLoss: @escaping @Sendable (CloseReason) -> Void = { _ in }
  ) async throws -> ProxyHost {
    var first: (any Error)?
    for name in names {
      let closure = ConnectionClosure()
      let client = ProxyClient(name, limit: limit) { reason in
        closure.close(reason)
        onLoss(reason)
      }
      do {
        try await client.open()
        return ProxyHost(client, uri: uri, closure: closure)
      } catch let error as LibvirtError {
        first = first ?? error
      }
    }
    throw first ?? LibvirtError(.noConnect, .proxy, uri)
  }

  /// Hangs up. Later calls fail.
  func close() async {
    await client.close()
    closure.close(.client)
  }
}
