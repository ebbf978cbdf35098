import ConnectionURI

/// Which driver opens which URIs: `(scheme, transport)` finds the factory.
///
/// Adding a hypervisor is one factory and one line here; what is not built in goes to the daemon that serves it. Schemes compare with
/// their case, as with libvirt.
public struct DriverRegistry: Sendable {
  /// Opens a URI; throws ``LibvirtError`` or another error that says what failed.
  public typealias Factory = @Sendable (ConnectionURI, OpenContext) async throws -> any Driver

  private var locals: [Local: Factory] = [:]
  private var factories: [Key: Factory] = [:]
  private var fallbacks: [ConnectionTransport: Factory] = [:]

  private struct Local: Hashable {
    let scheme: String
    let hasHost: Bool
  }

  private struct Key: Hashable {
    let scheme: String
    let transport: ConnectionTransport
  }

  /// A registry that opens nothing.
  public init() {}

  /// Registers a factory for URIs of a scheme that name no transport: a driver in this process.
  ///
  /// It gets those without a host; those with one too if it `reachesHosts` by itself.
  public mutating func register(scheme: String, reachesHosts: Bool = false, _ factory: @escaping Factory) {
    locals[Local(scheme: scheme, hasHost: false)] = factory
    if reachesHosts { locals[Local(scheme: scheme, hasHost: true)] = factory }
  }

  /// Registers a factory for one scheme over one transport.
  public mutating func register(scheme: String, transport: ConnectionTransport, _ factory: @escaping Factory) {
    factories[Key(scheme: scheme, transport: transport)] = factory
  }

  /// Registers a factory for a transport, whatever the scheme.
  public mutating func register(transport: ConnectionTransport, _ factory: @escaping Factory) { fallbacks[transport] = factory }

  /// The schemes that have a driver in this process.
  public var localSchemes: [String] { locals.keys.filter { !$0.hasHost }.map(\.scheme).sorted() }

  /// The factory for a URI, or nil; throws ``ConnectionURIError`` for a transport that does not exist.
  public func factory(for uri: ConnectionURI) throws -> Factory? {
    if uri.transportName == nil, let local = locals[Local(scheme: uri.scheme, hasHost: uri.host != nil)] { return local }
    let transport = try uri.transport()
    return factories[Key(scheme: uri.driver, transport: transport)] ?? fallbacks[transport]
  }

  /// Opens a URI by its factory. Throws ``ConnectionURIError`` where there is none, or what the factory throws.
  public func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    if let refusal = ConnectionURIError.embedded(uri) { throw refusal }
    guard let factory = try factory(for: uri) else { throw ConnectionURIError.noDriver(for: uri) }
    return try await factory(uri, context)
  }
}
