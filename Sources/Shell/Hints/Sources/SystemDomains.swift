import ConnectionURI
import Drivers
import LibvirtProtocol

/// An empty list on the user's own daemon, while the system's daemon has domains: the guests that people miss.
///
/// No failure, so no ``HintSource``. Asks the system's daemon read-only, briefly, and is silent when that does not answer.
struct SystemDomains: Sendable {
  /// What opens the system's daemon.
  let registry: DriverRegistry
  /// How long it may take to answer.
  let limit: Duration

  /// The line, or nil where nobody is missed or nobody tells.
  func hint(in scene: Scene) async -> String? {
    guard let uri = scene.connection?.uri, let driver = Self.sessionDriver(uri, scene.environment) else { return nil }
    let system = ConnectionURI(scheme: driver, path: "/system")
    let context = OpenContext(
      isReadOnly: true, environment: scene.environment, deadline: .now + limit, keepalive: KeepaliveSettings(interval: 0))
    let own = scene.connection
    let count = await within(limit) { [registry] () -> UInt32? in
      // What was asked for may have been a part of the domains only.
      guard try await own?.call(Remote.connectListAllDomains, 0, 0).ret == 0 else { return nil }
      return try await Self.count(system, registry, context)
    }
    guard let count, count > 0 else { return nil }
    return "0 here; \(count) domain\(count == 1 ? "" : "s") on \(system): connect \(system)"
  }

  /// The driver of a connection to the user's own daemon; nil for every other connection.
  private static func sessionDriver(_ uri: ConnectionURI, _ environment: ConnectionEnvironment) -> String? {
    guard (try? uri.transport()) == .unix else { return nil }
    guard uri.path == "/session", uri.isSession(in: environment) else { return nil }
    // Where nothing was named, the user's libvirtd has chosen; QEMU is what it would choose.
    return uri.driver == KnownDriver.remote.rawValue ? KnownDriver.qemu.rawValue : uri.driver
  }

  private static func count(_ uri: ConnectionURI, _ registry: DriverRegistry, _ context: OpenContext) async throws -> UInt32 {
    let driver = try await registry.open(uri, context)
    let answer = await driver.send(Remote.connectListAllDomains, 0, 0).result
    await driver.close()
    return try answer.get().ret
  }
}
