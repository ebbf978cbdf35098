import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

@Suite(.timeLimit(.minutes(20))) struct DriverEventTests {
  private static func options(isModern: Bool) -> TestDaemonOptions {
    var options = TestDaemonOptions()
    options.madeUpDomains = 2
    if !isModern { options.features.remove(DriverFeature.remoteEventCallback.rawValue) }
    return options
  }

  private static func take(_ count: Int, _ subscription: EventSubscription) async throws -> [String] {
    var texts: [String] = []
    for try await event in subscription {
      let message = try #require(event.message as? DomainLifecycleEvent)
      texts.append("\(event.domain.name) \(message.event)")
      if texts.count == count { break }
    }
    return texts
  }

  private static func count(_ number: Int32, _ daemon: TestDaemon) -> Int { daemon.received.filter { $0 == number }.count }

  @Test(arguments: [true, false])
  func eventsComeInOrderToAllWhoListen(_ isModern: Bool) async throws {
    try await DriverFixture.withDriver(Self.options(isModern: isModern)) { driver, daemon in
      let (register, deregister): (Int32, Int32) = isModern ? (316, 317) : (167, 168)
      let domains = try await driver.send(Remote.domainLookupByName, forEach: ["test", "guest0"]).values
      let all = try await driver.subscribe(.domain(.lifecycle), nil)
      let again = try await driver.subscribe(.domain(.lifecycle), nil)
      let one = try await driver.subscribe(.domain(.lifecycle), domains[1])
      #expect(Self.count(register, daemon) == (isModern ? 2 : 1))
      for domain in domains {
        try await driver.call(Remote.domainDestroy, domain)
        try await driver.call(Remote.domainCreate, domain)
      }
      #expect(try await Self.take(4, all) == ["test 5", "test 2", "guest0 5", "guest0 2"])
      #expect(try await Self.take(4, again) == ["test 5", "test 2", "guest0 5", "guest0 2"])
      #expect(try await Self.take(2, one) == ["guest0 5", "guest0 2"])
      await all.cancel()
      #expect(Self.count(deregister, daemon) == 0)
      await again.cancel()
      await one.cancel()
      #expect(Self.count(deregister, daemon) == (isModern ? 2 : 1))
      let new = try await driver.subscribe(.domain(.lifecycle), nil)
      try await driver.call(Remote.domainDestroy, domains[0])
      #expect(try await Self.take(1, new) == ["test 5"])
    }
  }

  @Test func subscribingAtOnceRegistersOnce() async throws {
    try await DriverFixture.withDriver { driver, daemon in
      let subscriptions = try await withThrowingTaskGroup(of: EventSubscription.self) { group in
        for _ in 0..<20 { group.addTask { try await driver.subscribe(.domain(.lifecycle), nil) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Self.count(316, daemon) == 1)
      try await driver.call(Remote.domainDestroy, try await driver.call(Remote.domainLookupByName, "test"))
      for subscription in subscriptions { #expect(try await Self.take(1, subscription) == ["test 5"]) }
    }
  }

  @Test func closingEndsSubscriptionsWithoutError() async throws {
    try await DriverFixture.with { fixture in
      let driver = try await DriverFixture.open(fixture.daemon.path)
      let events = try await driver.subscribe(.domain(.lifecycle), nil)
      await driver.close()
      for try await _ in events { Issue.record("an event from nowhere") }
    }
  }

  /// An event with a registration's number may be on the wire before the answer that tells the number.
  @Test func eventBeforeTheAnswerIsNotLost() async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("early")) { number, frame in
      guard frame.header.procedure == 316 else { return Script.opening(0, frame) }
      let domain = DomainRef(name: "early", uuid: UUID(high: 0, low: 1), id: 1)
      let event = Callback(callbackID: 7, msg: DomainLifecycleEvent(dom: domain, event: 2, detail: 0))
      var header = frame.header
      header.procedure = Remote.domainEventCallbackLifecycle.number
      let payload = (try? event.encoded()) ?? []
      return [
        .send(ScriptedServer.message(header, type: .message, payload) + ScriptedServer.message(frame.header, [0, 0, 0, 7]))
      ]
    }
    let driver = try await DriverFixture.open(server.path)
    let events = try await driver.subscribe(.domain(.lifecycle), nil)
    #expect(try await Self.take(1, events) == ["early 2"])
    driver.link.perform { $0.drop(.client) }
    await server.stop()
    folder.remove("early")
  }
}
