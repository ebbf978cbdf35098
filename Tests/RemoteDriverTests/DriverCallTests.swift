import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

@Suite(.timeLimit(.minutes(20))) struct DriverCallTests {
  private static func options(domains: Int, clientRequests: Int = 5, held: Set<Int32> = []) -> TestDaemonOptions {
    var options = TestDaemonOptions()
    options.madeUpDomains = domains
    options.clientRequests = clientRequests
    options.held = held
    return options
  }

  /// More than fits into the sockets' buffers, so that the daemon stops reading; with 1 it does so after each call.
  @Test(arguments: [1, 5])
  func manyCallsReturnInOrder(_ clientRequests: Int) async throws {
    try await DriverFixture.withDriver(Self.options(domains: 50, clientRequests: clientRequests)) { driver, _ in
      let names = (0..<20_000).map { "guest\($0 % 50)" }
      let replies = names.map { driver.send(Remote.domainLookupByName, $0) }
      var wrong = 0
      for (name, reply) in zip(names, replies) where try await reply.value.name != name { wrong += 1 }
      #expect(wrong == 0)
      #expect(try await Patience.waits { await driver.leftovers() == (0, 0, 0) })
    }
  }

  @Test func batchGivesAResultForEach() async throws {
    try await DriverFixture.withDriver(Self.options(domains: 3)) { driver, _ in
      let names = ["guest2", "nosuch", "guest0", "guest1"]
      let results = await driver.send(Remote.domainLookupByName, forEach: names).results
      #expect(results.map { try? $0.get().name } == ["guest2", nil, "guest0", "guest1"])
      #expect(throws: LibvirtError.self) { try results[1].get() }
    }
  }

  /// Calls that take long wait for their turn here and are all answered.
  @Test func longCallsTakeTurns() async throws {
    try await DriverFixture.withDriver(Self.options(domains: 100)) { driver, _ in
      let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      let texts = try await driver.send(Remote.domainGetXmlDesc, forEach: domains, 0).values
      #expect(zip(domains, texts).allSatisfy { $1.contains("<name>\($0.name)</name>") })
    }
  }

  @Test func argumentOverItsBoundIsNotSent() async throws {
    try await DriverFixture.withDriver { driver, daemon in
      let name = String(repeating: "x", count: MessageLimits.string + 1)
      let error = await thrown { _ = try await driver.call(Remote.domainLookupByName, name) } as? LibvirtError
      #expect(error?.message == "Unable to encode message payload")
      #expect(error?.code == .rpc)
      _ = try await driver.call(Remote.domainLookupByName, "test")
      #expect(daemon.received.filter { $0 == Remote.domainLookupByName.number }.count == 1)
    }
  }

  @Test func unknownProcedureIsLibvirtsNoSupport() async throws {
    try await DriverFixture.withDriver { driver, _ in
      let error = await thrown { _ = try await driver.call(Remote.connectNumOfSecrets) } as? LibvirtError
      #expect(error?.code == .noSupport)
      #expect(error?.message == "unknown procedure: \(Remote.connectNumOfSecrets.number)")
    }
  }

  @Test func unknownProgramIsRefusedByTheDaemon() async throws {
    try await DriverFixture.withDriver { driver, _ in
      let error = await thrown { _ = try await driver.call(Qemu.connectDomainMonitorEventDeregister, 0) } as? LibvirtError
      #expect(error?.message == "Cannot find program 536903815 version 1")
    }
  }

  @Test func callsThatNeedDescriptorsAreRefusedHere() async throws {
    try await DriverFixture.withDriver { driver, daemon in
      let error = await thrown { _ = try await driver.call(Remote.domainCreateXmlWithFiles, "<domain/>", 0) } as? LibvirtError
      #expect(error?.message == "this function is not supported by the connection driver: virDomainCreateXMLWithFiles")
      #expect(!daemon.received.contains(Remote.domainCreateXmlWithFiles.number))
    }
  }

  @Test func abandonedCallsLeaveNothingBehind() async throws {
    let held = Remote.domainGetState.number
    try await DriverFixture.withDriver(Self.options(domains: 1, clientRequests: 2000, held: [held])) { driver, daemon in
      let domain = try await driver.call(Remote.domainLookupByName, "guest0")
      let replies = (0..<1000).map { _ in driver.send(Remote.domainGetState, domain, 0) }
      let names = (0..<1000).map { _ in driver.send(Remote.domainLookupByName, "test") }
      for reply in replies { reply.abandon() }
      for name in names { #expect(try await name.value.name == "test") }
      #expect(replies.allSatisfy { if case .failure(is CancellationError)? = $0.settled { true } else { false } })
      daemon.release()
      #expect(try await Patience.waits { await driver.leftovers() == (0, 0, 0) })
      #expect(try await driver.call(Remote.domainGetState, domain, 0).state == 1)
    }
  }

  @Test func cancelledTaskGoesOnAtOnce() async throws {
    let held: Set = [Remote.domainGetState.number, Remote.domainDestroy.number]
    try await DriverFixture.withDriver(Self.options(domains: 0, clientRequests: 10, held: held)) { driver, daemon in
      let domain = try await driver.call(Remote.domainLookupByName, "test")
      let reading = Task { try await driver.call(Remote.domainGetState, domain, 0) }
      let changing = Task { try await driver.call(Remote.domainDestroy, domain) }
      while !held.isSubset(of: daemon.received) { try await Task.sleep(for: .milliseconds(5)) }
      reading.cancel()
      changing.cancel()
      await #expect(throws: CancellationError.self) { try await reading.value }
      await #expect(throws: OutcomeUnknown(procedure: "virDomainDestroy")) { try await changing.value }
      daemon.release()
    }
  }
}
