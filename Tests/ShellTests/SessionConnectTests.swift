import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtClient
import LibvirtProtocol
import Presentation
import Synchronization
import TestDaemonKit
import Testing

@testable import Shell

/// What becomes of a session's connections when several things happen at once.
@Suite(.timeLimit(.minutes(20))) struct SessionConnectTests {
  /// What a session told.
  private final class Told: Sendable {
    private let events = Mutex<[String]>([])
    private let states = Mutex<[PromptState.Link]>([])

    /// As JSON.
    var shownEvents: [String] { events.withLock { $0 } }
    var observer: SessionObserver {
      SessionObserver(
        notice: { _ in },
        event: { answer in
          let bytes = (try? render(answer, as: .jsonl, PageOptions())) ?? []
          self.events.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
        },
        stateChanged: { state in self.states.withLock { $0.append(state.link) } })
    }

    func has(_ link: PromptState.Link) -> Bool { count(link) > 0 }
    func count(_ link: PromptState.Link) -> Int { states.withLock { $0.count { $0 == link } } }
  }

  private struct Hosts {
    let folder: SocketFolder
    let first: TestDaemon
    let second: TestDaemon
    let told: Told
    let session: Session
  }

  private static func uri(_ daemon: TestDaemon) -> String { "test+unix:///default?socket=\(daemon.path)" }

  /// A session on the first of two hosts.
  private static func withHosts(
    isScript: Bool, first: TestDaemonOptions = TestDaemonOptions(), second: TestDaemonOptions = TestDaemonOptions(),
    _ body: (Hosts) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let daemons = (
      try await TestDaemon.start(at: folder.socket("one"), options: first),
      try await TestDaemon.start(at: folder.socket("two"), options: second)
    )
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    let told = Told()
    let session = Session(
      commands: .all(in: .virtsh), opener: ConnectionOpener(registry: .builtIn, environment: environment), dialect: .virtsh,
      name: uri(daemons.0), isReadOnly: false, isScript: isScript, observer: told.observer)
    let result: Result<Void, any Error>
    do {
      _ = try await session.connection()
      try await body(Hosts(folder: folder, first: daemons.0, second: daemons.1, told: told, session: session))
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await session.close()
    await daemons.0.stop()
    await daemons.1.stop()
    folder.remove("one", "two")
    try result.get()
  }

  private static func holding(_ procedures: any AnyProcedure...) -> TestDaemonOptions {
    var options = TestDaemonOptions()
    options.held = Set(procedures.map(\.number))
    return options
  }

  @Test(arguments: [false, true])
  func oldHostIsLostWhileTheNewOneIsOpened(isScript: Bool) async throws {
    try await Self.withHosts(isScript: isScript, second: Self.holding(Remote.connectOpen)) { hosts in
      let target = Self.uri(hosts.second)
      async let connecting: Void = hosts.session.connect(to: target, readOnly: nil, isVerbose: false)
      let isOpening = try await waits { hosts.second.received.contains(Remote.connectOpen.number) }
      #expect(isOpening)
      await hosts.first.hangUp()
      let isLost = try await waits { hosts.told.has(.reconnecting) }
      #expect(isLost)
      hosts.second.release()
      try await connecting
      #expect(try await hosts.session.connection().name == target)
      // The old host's connection, if it came back, is left.
      let isLeft = try await waits { hosts.first.sessionCount == 0 }
      #expect(isLeft)
    }
  }

  /// Whatever happens to the old host meanwhile, a script goes on nowhere.
  @Test func oldHostIsLostWhileTheNewOneRefusesAScript() async throws {
    try await Self.withHosts(isScript: true, second: Self.holding(Remote.connectOpen)) { hosts in
      let target = Self.uri(hosts.second)
      let connecting = Task { try await hosts.session.connect(to: target, readOnly: nil, isVerbose: false) }
      let isOpening = try await waits { hosts.second.received.contains(Remote.connectOpen.number) }
      #expect(isOpening)
      await hosts.first.hangUp()
      let isLost = try await waits { hosts.told.has(.reconnecting) }
      #expect(isLost)
      await hosts.second.hangUp()
      await #expect(throws: ConnectError.self) { try await connecting.value }
      hosts.second.release()
      await #expect(throws: NotConnected.self) { _ = try await hosts.session.connection() }
    }
  }

  @Test func sameHostOpenedAgainGoesOnShowingEvents() async throws {
    try await Self.withHosts(isScript: false) { hosts in
      try await hosts.session.subscribe([.lifecycle], nil)
      try await hosts.session.connect(to: nil, readOnly: nil, isVerbose: false)
      let connection = try await hosts.session.connection()
      let domain = try await connection.call(Remote.domainLookupByName, "test")
      try await connection.call(Remote.domainDestroy, domain)
      let isShown = try await waits { !hosts.told.shownEvents.isEmpty }
      #expect(isShown)
      let event = hosts.told.shownEvents.first ?? ""
      #expect(event.contains(#""event":"lifecycle""#) && event.contains(#""change":"Stopped""#), "\(event)")
      #expect(await hosts.session.unsubscribe() == 1)
    }
  }

  @Test func attemptsDoNotDisturbThePrompt() async throws {
    try await Self.withHosts(isScript: false) { hosts in
      await hosts.first.stop()
      let hasTried = try await waits {
        if case .reconnecting(let reconnection) = await hosts.session.status { reconnection.attempts > 2 } else { false }
      }
      #expect(hasTried)
      #expect(hosts.told.count(.reconnecting) == 1)
    }
  }

  @Test func twiceTheSameSubscriptionIsOne() async throws {
    try await Self.withHosts(isScript: false) { hosts in
      try await hosts.session.subscribe([.lifecycle], nil)
      try await hosts.session.subscribe([.lifecycle], nil)
      #expect(await hosts.session.unsubscribe() == 1)
    }
  }

  /// A server that stops answering does not hold up the end, though there is something that it was asked.
  @Test func silentServerDoesNotHoldUpTheEnd() async throws {
    let held = Self.holding(Remote.connectDomainEventCallbackDeregisterAny, Remote.domainGetInfo, Remote.connectClose)
    try await Self.withHosts(isScript: false, first: held) { hosts in
      try await hosts.session.subscribe([.lifecycle], nil)
      let connection = try await hosts.session.connection()
      let domain = try await connection.call(Remote.domainLookupByName, "test")
      let unanswered = connection.send(Remote.domainGetInfo, domain)
      await hosts.session.disconnect()
      #expect(unanswered.settled == nil || connection.closeReason != nil)
      await #expect(throws: NotConnected.self) { _ = try await hosts.session.connection() }
    }
  }
}
