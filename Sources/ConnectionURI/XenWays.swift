/// Which servers may answer for a URI of Xen, in the order in which they are to be asked. A pure decision: nothing is asked here.
///
/// The host at hand has several: libvirt's daemon, which came last and wins, then those of the early days in the order of libvirt 0.4 and
/// later: xend at its socket, xend over HTTP, and for a user who is not root and only looks, the proxy. A URI that says more than
/// "Xen, here" has one.
public struct XenWays: Sendable, Hashable {
  /// The servers, the first to be asked first; never empty.
  public let ways: [XenWay]
  /// The proxy's sockets, where it would be asked too if the connection were read-only.
  public let proxyIfReadOnly: [UnixSocketPath]?

  /// The servers for a URI whose scheme is `xen` or `http` without a transport, or empty (``ConnectionURI/isXendSocket``).
  ///
  /// `configuredMode` is libvirt.conf's choice among the daemon's sockets. Throws ``ConnectionURIError`` for wrong parameters, and for a
  /// path of an `http` URI.
  public init(
    to uri: ConnectionURI, readOnly: Bool, in environment: ConnectionEnvironment, configuredMode: SocketMode? = nil,
    places: XenPlaces = XenPlaces()
  ) throws(ConnectionURIError) {
    var ways: [XenWay]
    // Whatever else there is on this host, it is not what a host's name means.
    var isLocal = false
    if uri.isXendSocket {
      ways = [.xendSocket(.path(uri.path))]
      isLocal = true
    } else if uri.isForXend {
      guard uri.user == nil else { throw .userForXend(uri) }
      guard ["", "/"].contains(uri.path) else { throw .unexpectedXenPath(uri) }
      ways = [.xendHTTP(host: uri.host ?? "localhost", port: uri.port ?? places.xendPort)]
    } else {
      ways = try Self.daemons(uri, readOnly: readOnly, in: environment, configuredMode)
      if uri.isXenHere {
        ways += [.xendSocket(places.xendSocket), .xendHTTP(host: "localhost", port: places.xendPort)]
        isLocal = true
      }
    }
    let mayHaveProxy = isLocal && environment.effectiveUserID != 0
    if mayHaveProxy, readOnly { ways.append(.proxy(places.proxySockets)) }
    self.ways = ways
    proxyIfReadOnly = mayHaveProxy && !readOnly ? places.proxySockets : nil
  }

  /// libvirt's daemon: the driver's own where it has a socket; a socket that was left behind must not hide libvirtd.
  private static func daemons(
    _ uri: ConnectionURI, readOnly: Bool, in environment: ConnectionEnvironment, _ configuredMode: SocketMode?
  ) throws(ConnectionURIError) -> [XenWay] {
    guard uri.isXenHere, (configuredMode ?? .auto) == .auto else { return [.daemon(uri)] }
    let both = ["virtxend", "libvirt"].map { UnixSocketPath.standard($0, session: false, readOnly: readOnly, in: environment) }
    guard both.allSatisfy(environment.socketExists) else { return [.daemon(uri)] }
    let legacy = [ConnectionURIParameter("mode", SocketMode.legacy.rawValue)]
    return [
      .daemon(uri), .daemon(ConnectionURI(scheme: uri.scheme, path: uri.path, parameters: uri.parameters + legacy, fragment: uri.fragment)),
    ]
  }
}

extension ConnectionURI {
  /// Whether it is a path alone, printed `///path`: the unix socket of Xen's daemon xend. ``ConnectionName`` reads such.
  public var isXendSocket: Bool { scheme.isEmpty }

  /// Whether Xen's daemon xend is asked alone, and none of libvirt's: a path, or `http` without a transport.
  public var isForXend: Bool { isXendSocket || scheme == KnownDriver.http.rawValue }

  /// Whether it names the Xen host at hand and no certain server of it: `xen:///`, `xen:///system`, without a parameter of ours.
  public var isXenHere: Bool {
    guard scheme == "xen", host == nil, user == nil, ["", "/", "/system"].contains(path) else { return false }
    return !parameters.contains { parameter in Self.clientParameters.contains { parameter.hasName($0) } }
  }
}
