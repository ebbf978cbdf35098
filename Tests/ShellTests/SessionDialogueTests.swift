import Commands
import ConnectionURI
import Drivers
import Glibc
import LibvirtClient
import LibvirtProtocol
import RemoteDriver
import Synchronization
import TestDaemonKit
import Testing

@testable import Shell

/// A lost connection that cannot be opened again without the user: they are asked when they wait for it, and not before.
@Suite(.timeLimit(.minutes(20))) struct SessionDialogueTests {
  /// A user who says the password, or sits there and says nothing.
  private final class User: Dialogue {
    let questions = Mutex(0)
    let isSilent = Atomic<Bool>(false)
    var isPossible: Bool { true }
    var count: Int { questions.withLock(\.self) }

    func answer(_ question: String, isSecret: Bool) async throws -> String? {
      questions.withLock { $0 += 1 }
      while isSilent.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(5)) }
      return "secret"
    }
  }

  private struct Scene {
    let daemon: TestDaemon
    let session: Session
    let user: User
    let notices: Notices
  }

  private final class Notices: Sendable {
    private let texts = Mutex<[String]>([])
    func add(_ text: String) { texts.withLock { $0.append(text) } }
    func has(_ text: String) -> Bool { texts.withLock { $0.contains { $0.contains(text) } } }
  }

  /// A session on a daemon that lets nobody in who does not say the password.
  private static func withScene(_ body: (Scene) async throws -> Void) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("one"))
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    var registry = DriverRegistry()
    registry.register(scheme: "test", transport: .unix) { uri, context in
      guard try await context.dialogue.answer("Password", isSecret: true) == "secret" else {
        throw LibvirtError(.authFailed, .remote, "no password")
      }
      return try await RemoteDriver.open(uri, context)
    }
    let (user, notices) = (User(), Notices())
    let session = Session(
      commands: .all(in: .virtsh), opener: ConnectionOpener(registry: registry, environment: environment), dialect: .virtsh,
      name: "test+unix:///default?socket=\(daemon.path)", isReadOnly: false, isScript: false, dialogue: user,
      observer: SessionObserver(notice: { notices.add($0.text) }))
    _ = try await session.connection()
    #expect(user.count == 1)
    let result: Result<Void, any Error>
    do {
      try await body(Scene(daemon: daemon, session: session, user: user, notices: notices))
      result = .success(())
    } catch {
      result = .failure(error)
    }
    await session.close()
    await daemon.stop()
    folder.remove("one")
    try result.get()
  }

  /// A session on a daemon that nobody reaches any more without a user, once the connection is lost: for what reason the system says.
  private static func withBarrier(
    _ number: Int32, isScript: Bool = false, _ body: (Session, TestDaemon, Notices, _ attempts: () -> Int) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("one"))
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    let attempts = Mutex(0)
    var registry = DriverRegistry()
    registry.register(scheme: "test", transport: .unix) { uri, context in
      let isFirst = attempts.withLock { count in
        defer { count += 1 }
        return count == 0
      }
      // As ssh in batch mode.
      guard isFirst || context.dialogue.isPossible else {
        throw LibvirtError(code: .systemError, domain: .rpc, message: "Cannot recv data", int1: number)
      }
      return try await RemoteDriver.open(uri, context)
    }
    let notices = Notices()
    let session = Session(
      commands: .all(in: .virtsh), opener: ConnectionOpener(registry: registry, environment: environment), dialect: .virtsh,
      name: "test+unix:///default?socket=\(daemon.path)", isReadOnly: false, isScript: isScript,
      dialogue: isScript ? NoDialogue() : User(), observer: SessionObserver(notice: { notices.add($0.text) }))
    _ = try await session.connection()
    let result: Result<Void, any Error>
    do { result = .success(try await body(session, daemon, notices) { attempts.withLock(\.self) }) } catch { result = .failure(error) }
    await session.close()
    await daemon.stop()
    folder.remove("one")
    try result.get()
  }

  @Test func nobodyIsAskedBeforeTheyWait() async throws {
    try await Self.withScene { scene in
      await scene.daemon.hangUp()
      let isTold = try await waits { scene.notices.has("the next command tries again and can ask you") }
      #expect(isTold)
      #expect(scene.user.count == 1)
      #expect(try await scene.session.connection().call(Remote.connectGetType) == "TEST")
      #expect(scene.user.count == 2)
    }
  }

  @Test func whoGivesUpIsAskedNoLonger() async throws {
    try await Self.withScene { scene in
      scene.user.isSilent.store(true, ordering: .relaxed)
      await scene.daemon.hangUp()
      let isLost = try await waits { scene.notices.has("Disconnected") }
      #expect(isLost)
      let waiting = Task { try await scene.session.connection() }
      let isAsked = try await waits { scene.user.count == 2 }
      #expect(isAsked)
      waiting.cancel()
      await #expect(throws: CancellationError.self) { _ = try await waiting.value }
      let isTold = try await waits { scene.notices.has("the next command tries again and can ask you") }
      #expect(isTold)
      scene.user.isSilent.store(false, ordering: .relaxed)
      #expect(try await scene.session.connection().call(Remote.connectGetType) == "TEST")
    }
  }

  @Test func whoIsRefusedIsNotAskedOverAndOver() async throws {
    try await Self.withBarrier(EACCES) { session, daemon, notices, attempts in
      await daemon.hangUp()
      let isTold = try await waits { notices.has("the next command tries again and can ask you") }
      #expect(isTold)
      #expect(attempts() == 2)
      #expect(try await session.connection().call(Remote.connectGetType) == "TEST")
      #expect(attempts() == 3)
    }
  }

  @Test func whoIsNotReachedIsTriedAgain() async throws {
    try await Self.withBarrier(ECONNRESET) { session, daemon, notices, attempts in
      await daemon.hangUp()
      let isTriedAgain = try await waits { attempts() >= 4 }
      #expect(isTriedAgain)
      #expect(notices.has("trying to reconnect: Cannot recv data"))
      #expect(!notices.has("the next command tries again"))
    }
  }

  /// A script with nobody at a terminal has nobody to wait for.
  @Test func aScriptThatIsRefusedEnds() async throws {
    try await Self.withBarrier(EACCES, isScript: true) { session, daemon, notices, attempts in
      await daemon.hangUp()
      let isTold = try await waits { notices.has("Failed to reconnect to the hypervisor") }
      #expect(isTold)
      #expect(attempts() == 2)
      await #expect(throws: NotConnected.self) { _ = try await session.connection() }
    }
  }
}
