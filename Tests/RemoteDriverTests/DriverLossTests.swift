import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

@Suite(.timeLimit(.minutes(20))) struct DriverLossTests {
  private static let endOfFile = "End of file while reading data: Input/output error"

  @Test func lostConnectionTellsEveryCall() async throws {
    var options = TestDaemonOptions()
    options.held = [Remote.domainGetState.number, Remote.domainDestroy.number]
    try await DriverFixture.with(options) { fixture in
      let driver = try await DriverFixture.open(fixture.daemon.path, keepalive: KeepaliveSettings(interval: 0))
      let domain = try await driver.call(Remote.domainLookupByName, "test")
      let events = try await driver.subscribe(.domain(.lifecycle), nil)
      let reading = driver.send(Remote.domainGetState, domain, 0)
      let changing = driver.send(Remote.domainDestroy, domain)
      while !options.held.isSubset(of: fixture.daemon.received) { try await Task.sleep(for: .milliseconds(5)) }
      await fixture.daemon.hangUp()
      let error = await thrown { _ = try await reading.value } as? LibvirtError
      #expect(error?.message == Self.endOfFile)
      #expect(error?.code == .systemError)
      await #expect(throws: OutcomeUnknown(procedure: "virDomainDestroy", reason: Self.endOfFile)) { try await changing.value }
      #expect(await driver.closure.wait() == .endOfFile)
      let eventsEnd = await thrown { for try await _ in events {} } as? LibvirtError
      #expect(eventsEnd?.message == Self.endOfFile)
      let later = await thrown { _ = try await driver.call(Remote.connectGetUri) } as? LibvirtError
      #expect(later?.message == "internal error: client socket is closed")
      await driver.close()
      #expect(driver.closure.reason == .endOfFile)
    }
  }

  @Test(
    arguments: [
      (0, .error("internal error: the daemon has lost its hypervisor")), (1, .endOfFile), (2, .keepalive), (3, .client),
    ] as [(Int32, CloseReason)])
  func daemonThatLosesItsHypervisorEndsTheConnection(_ number: Int32, _ reason: CloseReason) async throws {
    try await DriverFixture.with { fixture in
      let driver = try await DriverFixture.open(fixture.daemon.path)
      _ = try await driver.call(Remote.connectGetUri)
      // The answer to connectRegisterCloseCallback is among them.
      while await driver.leftovers().calls > 0 { try await Task.sleep(for: .milliseconds(5)) }
      await fixture.daemon.loseHypervisor(number)
      #expect(await driver.closure.wait() == reason)
    }
  }

  /// A peer that answers the opening and is silent from then on, signs of life included.
  @Test func silentPeerIsGivenUp() async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("silent"), answer: Script.opening)
    let driver = try await DriverFixture.open(server.path, keepalive: KeepaliveSettings(interval: 1, count: 1))
    let error = await thrown { _ = try await driver.call(Remote.connectGetUri) } as? LibvirtError
    #expect(error?.message == "internal error: connection closed due to keepalive timeout")
    #expect(await driver.closure.wait() == .keepalive)
    await server.stop()
    folder.remove("silent")
  }

  @Test func closingAnswersWhatWasSent() async throws {
    try await DriverFixture.with { fixture in
      let driver = try await DriverFixture.open(fixture.daemon.path)
      let replies = (0..<500).map { _ in driver.send(Remote.domainLookupByName, "test") }
      await driver.close()
      await driver.close()
      for reply in replies { #expect(try reply.settled?.get().name == "test") }
      #expect(driver.closure.reason == .client)
    }
  }

  @Test func closingDoesNotWaitForADeafDaemon() async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("deaf"), answer: Script.opening)
    let driver = try await DriverFixture.open(server.path, keepalive: KeepaliveSettings(interval: 0))
    await driver.close()
    #expect(driver.closure.reason == .client)
    await server.stop()
    folder.remove("deaf")
  }

  @Test func droppedDriverHangsUp() async throws {
    try await DriverFixture.with { fixture in
      do {
        let driver = try await DriverFixture.open(fixture.daemon.path)
        _ = try await driver.call(Remote.connectGetUri)
        #expect(fixture.daemon.sessionCount == 1)
      }
      while fixture.daemon.sessionCount > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
  }
}

/// What scripted servers answer.
enum Script {
  /// Lets a client open the connection, and answers nothing else.
  @Sendable static func opening(_ number: Int, _ frame: Frame) -> [ScriptedServer.Line] {
    guard frame.header.program == .remote else { return [] }
    return switch frame.header.procedure {
    case Remote.authList.number: [.send(ScriptedServer.message(frame.header, [0, 0, 0, 0]))]
    case Remote.connectSupportsFeature.number where number < 3: [.send(ScriptedServer.message(frame.header, [0, 0, 0, 1]))]
    case Remote.connectOpen.number: [.send(ScriptedServer.message(frame.header))]
    default: []
    }
  }
}
