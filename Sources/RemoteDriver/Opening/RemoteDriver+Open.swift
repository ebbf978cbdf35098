import ConnectionURI
import Drivers
import LibvirtProtocol
import NIOCore
import XDR

extension RemoteDriver {
  /// Opens a URI through a daemon.
  ///
  /// Throws `ConnectionURIError` for a URI that is wrong, `LibvirtError` for a daemon that cannot be reached or refuses.
  public static func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    let parameters = try ConnectionParameters(uri)
    let transport = try transport(for: uri, parameters, context)
    context.progress("connecting to \(transport.target)")
    let channel = try await transport.connect(by: context.deadline)
    let driver = try await RemoteDriver(channel, endpoint: transport.target, security: transport.security(of: channel))
    let bound = context.deadline.map { driver.link.drop(at: NIODeadline($0), .error(.tooLate(uri))) }
    defer { bound?.cancel() }
    do {
      try await driver.begin(uri, context)
    } catch {
      let reason = driver.loss.explain(error)
      driver.link.perform { $0.drop(.client) }
      throw reason
    }
    return driver
  }

  /// Two round trips: who are you, then the driver. What else is asked leaves together with the first call.
  private func begin(_ uri: ConnectionURI, _ context: OpenContext) async throws {
    try await authenticate(uri, context)
    context.progress("opening \(uri)")
    let settings = context.keepalive
    let keepalive = settings.interval > 0 ? supports(.programKeepalive) : nil
    try await call(Remote.connectOpen, uri.nameForServer, context.isReadOnly ? ConnectFlags.ro.rawValue : 0)
    if let keepalive {
      if let answer = try? await keepalive.value, answer != 0 {
        link.perform { $0.startKeepalive(interval: .seconds(settings.interval), count: settings.count) }
      } else if settings.isExplicit {
        throw LibvirtError.unsupported("virConnectSetKeepAlive")
      }
    }
    events.ask(self)
    registerCloseCallback()
  }

  /// Asks whether the daemon has a feature; anything but 0 means yes.
  nonisolated func supports(_ feature: DriverFeature) -> PendingReply<Int32> {
    send(Remote.connectSupportsFeature, feature.rawValue)
  }
}

extension LibvirtError {
  fileprivate static func tooLate(_ uri: ConnectionURI) -> LibvirtError {
    LibvirtError(.operationTimeout, .remote, "\(uri) was not opened in time")
  }
}
