import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtClient
import RemoteDriver
import Synchronization
import TestDaemonKit
import Testing

@testable import Shell

/// What a driver warns of is said when the user asks for a connection, and not again when it is only opened anew.
@Suite(.timeLimit(.minutes(20))) struct SessionWarningTests {
  private final class Told: Sendable {
    private let texts = Mutex<[String]>([])
    var all: [String] { texts.withLock(\.self) }
    func add(_ text: String) { texts.withLock { $0.append(text) } }
  }

  @Test(arguments: [Dialect.virsh, .virtsh])
  func oncePerConnect(dialect: Dialect) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("one"))
    var registry = DriverRegistry()
    registry.register(scheme: "test", transport: .unix) { uri, context in
      context.warn("not encrypted")
      return try await RemoteDriver.open(uri, context)
    }
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    let warnings = Told()
    let notices = Told()
    let session = Session(
      commands: .all(in: dialect), opener: ConnectionOpener(registry: registry, environment: environment), dialect: dialect,
      name: "test+unix:///default?socket=\(daemon.path)", isReadOnly: false, isScript: true,
      observer: SessionObserver(
        notice: { notices.add($0.text) }, warning: { warnings.add("\($0.severity.rawValue): \($0.text)") }))
    _ = try await session.connection()
    #expect(warnings.all == ["warning: not encrypted"])
    await daemon.hangUp()
    let isLost = try await waits { notices.all.contains { $0.hasPrefix("Disconnected") } }
    #expect(isLost)
    _ = try await session.connection()
    #expect(warnings.all.count == 1)
    try await session.connect(to: nil, readOnly: nil, isVerbose: false)
    #expect(warnings.all.count == 2)
    await session.close()
    await daemon.stop()
    folder.remove("one")
  }
}
