import ConnectionURI
import Drivers
import LibvirtProtocol
import RemoteDriver
import XenDriver

/// Opens URIs of Xen: asks the servers that may answer, one after the other (``XenWays``).
public struct XenOpener: Sendable {
  /// Opens a connection by a way that is no daemon's.
  public typealias Factory = @Sendable (XenWay, ConnectionURI, OpenContext) async throws -> any Driver

  /// Where Xen's own servers are.
  public var places = XenPlaces()
  /// How long libvirt's daemon may be silent where there is another server to ask.
  public var daemonPatience = Duration.seconds(10)
  /// Reaches libvirt's daemon.
  public var daemon: DriverRegistry.Factory = { try await RemoteDriver.open($0, $1) }
  /// Reaches xend, over its socket or HTTP, or the proxy; throws where what answers is no such server.
  public var server: Factory = { try await XenServers.open($0, for: $1, $2) }

  /// An opener for this host.
  public init() {}

  /// Opens a URI by the first server that answers as Xen.
  ///
  /// When none does, the first one's error is thrown, with notes on the others. A server that asks who we are and does not like the answer
  /// is the last that is asked. Throws ``ConnectionURIError`` and ``ConfigurationError`` too, and `CancellationError` at once.
  public func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    // What is wrong with it hurts nobody who does not need it.
    let mode = uri.isXenHere ? try context.configuration.remoteMode : nil
    let ways = try XenWays(
      to: uri, readOnly: context.isReadOnly, in: context.environment, configuredMode: mode, places: places)
    var failures: [(way: XenWay, error: any Error)] = []
    for way in ways.ways {
      do {
        let driver = try await open(way, uri, isOnly: ways.ways.count == 1, context)
        if case .xendHTTP(let host, let port) = way {
          context.warn("the connection to \(host):\(port) is plain HTTP: neither encrypted nor authenticated")
        }
        return driver
      } catch let error where !Self.isFinal(error) {
        failures.append((way, error))
        if (error as? LibvirtError)?.isRefusal == true || context.deadline.map({ $0 <= .now }) == true { break }
      }
    }
    guard let first = failures.first else { throw LibvirtError(.noConnect, .none, "\(uri)") }
    guard var error = first.error as? LibvirtError else { throw first.error }
    error.notes += failures.dropFirst().map { "\($0.way) was tried too: \($0.error)" }
    if let sockets = ways.proxyIfReadOnly, sockets.contains(where: XenServers.hasProxy) {
      error.notes.append("the read-only proxy answers: --readonly would take it")
    }
    throw error
  }

  /// Whether the fault is not the server's, so that another would not help.
  private static func isFinal(_ error: any Error) -> Bool {
    error is CancellationError || error is ConnectionURIError || error is ConfigurationError
  }

  private func open(_ way: XenWay, _ uri: ConnectionURI, isOnly: Bool, _ context: OpenContext) async throws -> any Driver {
    if !isOnly { context.progress("trying \(way)") }
    switch way {
    case .daemon(let uri):
      var context = context
      if !isOnly {
        // Something of the time that there is must be left for the others.
        let rest = context.deadline.map { ContinuousClock.now.duration(to: $0) / 2 } ?? daemonPatience
        context.patience = min(daemonPatience, rest)
      }
      return try await daemon(uri, context)
    case .xendSocket, .xendHTTP, .proxy: return try await server(way, uri, context)
    }
  }
}

extension DriverRegistry {
  /// Has the names of Xen on this host and `http` URIs opened by `opener`. Other transports are a daemon's, as for every hypervisor.
  public mutating func register(_ opener: XenOpener) {
    register(scheme: "xen") { try await opener.open($0, $1) }
    register(scheme: "http", reachesHosts: true) { try await opener.open($0, $1) }
    // A path alone: xend's socket.
    register(scheme: "") { try await opener.open($0, $1) }
  }
}

extension LibvirtError {
  /// Whether a server wanted to know who we are, and lets us not in.
  fileprivate var isRefusal: Bool { [.authFailed, .authCancelled, .authUnavailable, .accessDenied].contains(code) }
}
