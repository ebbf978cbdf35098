import ConnectionURI
import Drivers
import LibvirtProtocol
import NIOCore
import Sockets
import XDR

extension RemoteDriver {
  /// Opens a URI through a daemon.
  ///
  /// Throws `ConnectionURIError` for a URI that is wrong, `LibvirtError` for a daemon that cannot be reached or refuses.
  public static func open(_ uri: ConnectionURI, _ context: OpenContext) async throws -> any Driver {
    let parameters = try ConnectionParameters(uri)
    let transport = try transport(for: uri, parameters, context)
    context.progress("connecting to \(transport.target)")
    let (driver, offered) =
      transport.usesTerminal
      ? try await context.dialogue.lendTerminal { try await reach(uri, transport, context) }
      : try await reach(uri, transport, context)
    try await driver.opening(uri, by: context.deadline) { try await driver.begin(uri, offered: offered, context) }
    return driver
  }

  /// Connects, and waits for the daemon's first answer, which tells the ways to authenticate.
  private static func reach(
    _ uri: ConnectionURI, _ transport: any Transport, _ context: OpenContext
  ) async throws -> (RemoteDriver, offered: [AuthType]) {
    do {
      let deadline = context.answerDeadline
      let channel: any Channel
      do {
        channel = try await transport.connect(by: deadline)
      } catch let error as LibvirtError where uri.isMadeUp && error.code == .systemError {
        // No daemon is there to say whether the driver exists; its name says that it does not, as a daemon would.
        throw ConnectionURIError.noDriver(for: uri)
      }
      let driver = try await RemoteDriver(
        channel, endpoint: transport.target, peer: transport.peer, security: transport.security(of: channel))
      return (driver, try await driver.opening(uri, by: deadline) { try await driver.offeredAuthentication() })
    } catch {
      await transport.settle()
      throw error
    }
  }

  /// Does a part of opening, until the deadline at the latest; what fails leaves nothing behind.
  private nonisolated func opening<Result: Sendable>(
    _ uri: ConnectionURI, by deadline: ContinuousClock.Instant?, _ body: () async throws -> Result
  ) async throws -> Result {
    let bound = drop(uri, at: deadline)
    defer { bound?.cancel() }
    do {
      return try await body()
    } catch {
      let reason = loss.explain(error)
      link.perform { $0.drop(.client) }
      throw reason
    }
  }

  /// Gives up at a deadline, if there is one.
  private nonisolated func drop(_ uri: ConnectionURI, at deadline: ContinuousClock.Instant?) -> Scheduled<Void>? {
    deadline.map { link.drop(at: NIODeadline($0), .error(.tooLate(uri))) }
  }

  /// The driver, once it is known who we are. What else is asked leaves together with the first call.
  private func begin(_ uri: ConnectionURI, offered: [AuthType], _ context: OpenContext) async throws {
    try await authenticate(uri, offered: offered, context)
    context.progress("opening \(uri)")
    let settings = context.keepalive
    let keepalive = settings.interval > 0 ? supports(.programKeepalive) : nil
    // Whoever was asked something may have taken their time; now it is the daemon's turn again.
    let bound = context.patience == nil ? nil : drop(uri, at: context.answerDeadline)
    defer { bound?.cancel() }
    try await call(Remote.connectOpen, uri.nameForServer, context.isReadOnly ? ConnectFlags.ro.rawValue : 0)
    if let keepalive {
      if let answer = try? await keepalive.value, answer != 0 {
        link.perform { $0.startKeepalive(interval: .seconds(settings.interval), count: settings.count) }
      } else {
        try context.missKeepalive()
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

extension ConnectionURI {
  /// Whether the URI names a driver that nobody has heard of, at this machine's usual daemon.
  fileprivate var isMadeUp: Bool {
    KnownDriver(rawValue: driver) == nil && parameter("socket") == nil && (try? transport()) == .unix
  }
}

extension LibvirtError {
  fileprivate static func tooLate(_ uri: ConnectionURI) -> LibvirtError {
    LibvirtError(.operationTimeout, .remote, "\(uri) was not opened in time")
  }
}
