import ConnectionURI
import LibvirtProtocol

/// Which driver opens which URIs: `(scheme, transport)` finds the factory.
///
/// Adding a hypervisor is one factory and one line here; what is not built in goes to the daemon that serves it.
public struct DriverRegistry: Sendable {
  /// Opens a URI; throws ``LibvirtError`` or another error that says what failed.
  public typealias Factory = @Sendable (ConnectionURI, OpenContext) async throws -> any Driver

  private var factories: [Key: Factory] = [:]
  private var fallbacks: [ConnectionTransport: Factory] = [:]

  private struct Key: Hashable {
    let scheme: String
    let transport: ConnectionTransport?
  }

  /// A registry that opens nothing.
  public init() {}

  /// Registers a factory for URIs of a scheme that name no transport and no host: a driver in this process.
  public mutating func register(scheme: String, _ factory: @escaping Factory) {
    factories[Key(scheme: scheme.lowercased(), transport: nil)] = factory
  }

  /// Registers a factory for one scheme over one transport.
  public mutating func register(scheme: String, transport: ConnectionTransport, _ factory: @escaping Factory) {
    factories[Key(scheme: scheme.lowercased(), transport: transport)] = factory
  }

  /// Registers a factory for a transport, whatever the scheme.
  public mutating func register(transport: ConnectionTransport, _ factory: @escaping Factory) { fallbacks[transport] = factory }

  /// The schemes that have a driver in this process.
  public var localSchemes: [String] { factories.keys.filter { $0.transport == nil }.map(\.scheme).sorted() }

  /// The factory for a URI, or nil; throws ``ConnectionURIError`` for a transport that does not exist.
  public func factory(for uri: ConnectionURI) throws -> Factory? {
    let scheme = uri.driver.lowercased()
    if uri.transportName == nil, uri.host == nil, let local = factories[Key(scheme: scheme, transport: nil)] { return local }
    let transport = try uri.transport()
    return factories[Key(scheme: scheme, transport: transport)] ?? fallbacks[transport]
  }

  /// Opens a URI by its factory.
  public func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    guard let factory = try factory(for: uri) else { throw LibvirtError(.noConnect, .none, uri.description) }
    return try await factory(uri, context)
  }
}
