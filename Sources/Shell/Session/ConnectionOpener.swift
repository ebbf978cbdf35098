import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol

/// Turns what the user gave into an open connection: which URI, which driver, and the rules in front of it.
public struct ConnectionOpener: Sendable {
  /// Which driver opens what.
  public var registry: DriverRegistry
  /// Variables, user and sockets.
  public var environment: ConnectionEnvironment
  /// How a dead peer is noticed.
  public var keepalive: KeepaliveSettings
  /// Called with the name of each procedure that is sent; nil costs nothing.
  public var trace: (@Sendable (String) -> Void)?

  /// An opener by a registry.
  public init(registry: DriverRegistry, environment: ConnectionEnvironment, keepalive: KeepaliveSettings = KeepaliveSettings()) {
    self.registry = registry
    self.environment = environment
    self.keepalive = keepalive
  }

  /// Opens what `text` names, or what is meant when nothing is named.
  ///
  /// Throws ``ConnectionURIError`` for a URI that is wrong, or what the driver says.
  public func open(_ text: String?, readOnly: Bool, deadline: ContinuousClock.Instant? = nil) async throws -> Connection {
    // Read anew each time, so that a session sees what was changed.
    let configuration = try ConnectionConfiguration.ofUser(in: environment)
    let meant = try DefaultConnectionName.resolve(explicit: text, readOnly: readOnly, in: environment, configuration: configuration)
    let context = OpenContext(
      isReadOnly: readOnly, environment: environment, configuration: configuration, deadline: deadline, keepalive: keepalive)
    let uri = try uri(for: meant.target, configuration)
    let driver = try await registry.open(uri, context)
    return Connection(driver, uri: uri, name: text ?? uri.description, isReadOnly: readOnly, trace: trace)
  }

  /// The URI for a target. A daemon that is to choose the driver itself is told an empty name.
  private func uri(for target: DefaultConnectionName.Target, _ configuration: ConnectionConfiguration) throws -> ConnectionURI {
    switch target {
    case .name(.uri(let uri)): uri
    case .name(.xen), .name(.unspecified): ConnectionURI(scheme: "xen", path: "/system")
    case .name(.xendSocket(let path)): ConnectionURI(scheme: "xen", path: path)
    case .daemon where try configuration.remoteMode == .direct:
      throw LibvirtError(.operationUnsupported, .remote, "Cannot use direct socket mode if no URI is set")
    // The user's own daemon may have to be started, which is not done for a socket that is named.
    case .daemon where environment.effectiveUserID != 0:
      ConnectionURI(scheme: "remote+unix", path: "/session", parameters: [ConnectionURIParameter("mode", "legacy")])
    case .daemon(let socket):
      ConnectionURI(
        scheme: "remote+unix", path: "/", parameters: [ConnectionURIParameter("socket", socket.description)])
    }
  }
}

extension ConnectionEnvironment {
  /// The environment of this process.
  public static func current() -> ConnectionEnvironment {
    var variables: [String: String] = [:]
    for name in [
      "HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI",
      "LIBVIRT_AUTOSTART", "LIBVIRTD_PATH", "VIRTD_PATH", "LIBVIRT_AUTH_FILE", "PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "USER", "LOGNAME",
      "TMPDIR",
    ] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return ConnectionEnvironment(variables: variables, effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
  }
}
