import ConnectionURI
import Drivers
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
  /// Told what only who looks for a mistake wants to know: virsh's `-d1`.
  public var debug: @Sendable (String) -> Void = { _ in }

  /// An opener by a registry.
  public init(registry: DriverRegistry, environment: ConnectionEnvironment, keepalive: KeepaliveSettings = KeepaliveSettings()) {
    self.registry = registry
    self.environment = environment
    self.keepalive = keepalive
  }

  /// Opens what `text` names, or what is meant when nothing is named. `dialogue` leads to the user, `progress` is told each stage, `warn` what
  /// the user should know about the connection.
  ///
  /// Throws ``ConnectionURIError`` for a URI that is wrong, ``ConfigurationError`` for a libvirt.conf that is, or what the driver says.
  public func open(
    _ text: String?, readOnly: Bool, deadline: ContinuousClock.Instant? = nil, dialogue: any Dialogue = NoDialogue(),
    progress: @escaping @Sendable (String) -> Void = { _ in }, warn: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Connection {
    // Read anew each time, so that a session sees what was changed.
    let configuration = try ConnectionConfiguration.ofUser(in: environment)
    let meant = try DefaultConnectionName.resolve(explicit: text, readOnly: readOnly, in: environment, configuration: configuration)
    var context = OpenContext(
      isReadOnly: readOnly, environment: environment, configuration: configuration, deadline: deadline, keepalive: keepalive,
      dialogue: dialogue, progress: progress, warn: warn)
    context.debug = debug
    let asked = try uri(for: meant.target)
    let driver = try await registry.open(asked, context)
    let uri = await Self.uri(of: driver, for: meant.target) ?? asked
    let name = text.flatMap { $0.isEmpty ? nil : $0 }
    return Connection(driver, uri: uri, name: name ?? uri.description, meaning: meant, isReadOnly: readOnly, trace: trace)
  }

  /// The URI for a target. A daemon that is to choose the driver itself is told an empty name.
  private func uri(for target: DefaultConnectionName.Target) throws(ConnectionURIError) -> ConnectionURI {
    switch target {
    case .name(let name):
      let uri = name.uri
      // A path names xend's own socket, which is for a driver of Xen in this process.
      guard !uri.isXendSocket || registry.localSchemes.contains(uri.scheme) else { throw .noDriverName(uri.path) }
      return uri
    // The user's own daemon may have to be started, which is not done for a socket that is named.
    case .daemon where environment.effectiveUserID != 0:
      return ConnectionURI(scheme: "remote+unix", path: "/session", parameters: [ConnectionURIParameter("mode", "legacy")])
    case .daemon(let socket):
      return ConnectionURI(
        scheme: "remote+unix", path: "/", parameters: [ConnectionURIParameter("socket", socket.description)])
    }
  }

  /// What a daemon that chose the driver itself has chosen; nil where the URI says it, or the daemon doesn't.
  private static func uri(of driver: any Driver, for target: DefaultConnectionName.Target) async -> ConnectionURI? {
    guard case .daemon = target, let text = try? await driver.call(Remote.connectGetUri) else { return nil }
    return ConnectionURI(text)
  }
}
