import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Who waits for a xend, and who gives up", .timeLimit(.minutes(20)))
struct HostWaitingTests {
  @Test("long operations, however many, leave room for others")
  func manyLong() async throws {
    let count = XendHost.requestLimit + 2
    try await XendFixture.with(domains: count, longOperations: Patience.limit) { (xend) async throws in
      let file = "/tmp/virtsh-xend-\(UInt64.random(in: 0...UInt64.max))-"
      defer { for number in 0..<count { unlink("\(file)\(number)") } }
      let domains = try await xend.driver.call(Remote.connectListAllDomains, 1, 0).elements.filter { $0.id > 0 }
      let saves = domains.enumerated().map { xend.driver.send(Remote.domainSave, $0.element, "\(file)\($0.offset)") }
      let all = Task { for save in saves { _ = try await save.value } }
      while await xend.operations.count < count { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await xend.driver.call(Remote.domainGetOsType, try #require(domains.first)) == "linux")
      try await xend.driver.call(Remote.domainSuspend, try #require(domains.last))
      #expect(saves.allSatisfy { $0.settled == nil })
      // xend's threads go on without us.
      all.cancel()
    }
  }

  @Test("who waits for a place in front of a xend that is found dead does not try it once more")
  func manyWait() async throws {
    try await XendFixture.with(patience: 5) { (xend) async throws in
      let domains = (1...60).map { DomainRef(name: "web\($0)", uuid: UUID(high: 0, low: UInt64($0)), id: $0) }
      await xend.simulator.add(XendFault(.hang))
      let infos = domains.map { xend.driver.send(Remote.domainGetInfo, $0) }
      for info in infos { await #expect(throws: LibvirtError.self) { try await info.value } }
      #expect(await xend.simulator.requests.count <= 4 * XendHost.requestLimit)
    }
  }

  @Test("xend is alive as long as it says something, be it an error")
  func complaining() async throws {
    try await XendFixture.with(domains: 1, patience: 5) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.add(XendFault(.hang, operation: "pause"))
      await xend.simulator.add(
        XendFault(.answer(Array("HTTP/1.1 500 Request failed: node\r\nContent-length: 0\r\n\r\n".utf8)), path: "/xend/node"))
      await #expect(throws: OutcomeUnknown.self) { try await xend.driver.call(Remote.domainSuspend, domain) }
      while await xend.simulator.requests.last?.path != "xend/node" { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await xend.driver.call(Remote.domainGetOsType, domain) == "linux")
      #expect(xend.driver.closure.reason == nil)
    }
  }

  @Test("a domain that is given up half made goes away")
  func givenUp() async throws {
    try await XendFixture.with { (xend) async throws in
      await xend.simulator.add(XendFault(.hang, operation: "wait_for_devices"))
      let task = Task { try await xend.create(XendFixture.xml("web1")) }
      while await xend.operations.last != "wait_for_devices" { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      await #expect(throws: OutcomeUnknown.self) { try await task.value }
      while await xend.simulator.domainNames != ["Domain-0"] { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  @Test("a domain that cannot be looked at after it was made goes away too")
  func unseen() async throws {
    try await XendFixture.with { (xend) async throws in
      let uuid = "5a8b0001-1111-4222-8333-444444444444"
      let broken = XendFault.Effect.answer(Array("HTTP/1.1 500 Request failed: x\r\nContent-length: 0\r\n\r\n".utf8))
      await xend.simulator.add(XendFault(broken, path: "/xend/domain/\(uuid)", count: 1))
      await #expect(throws: LibvirtError.self) { try await xend.create(XendFixture.xml("web1", uuid: uuid)) }
      #expect(await xend.operations == ["create", "destroy"])
      #expect(await xend.simulator.domainNames == ["Domain-0"])
    }
  }

  @Test("a domain that is there already is left alone by a creation that fails")
  func alreadyThere() async throws {
    try await XendFixture.with { (xend) async throws in
      let uuid = "5a8b0001-1111-4222-8333-444444444444"
      _ = try await xend.create(XendFixture.xml("web1", uuid: uuid))
      await #expect(throws: LibvirtError.self) { try await xend.create(XendFixture.xml("web1", uuid: uuid)) }
      await #expect(throws: LibvirtError.self) { try await xend.create(XendFixture.xml("web2", uuid: uuid)) }
      #expect(await xend.states == ["Domain-0": "running", "web1": "running"])
    }
  }

  @Test("statistics of some domains leave out what is gone, and tell of what goes wrong")
  func statistics() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      let domains = Bounded<16384, DomainRef>([try await xend.domain("web1"), try await xend.domain("web2")])
      try await xend.driver.call(Remote.domainDestroy, domains[1])
      try await xend.driver.call(Remote.domainUndefine, domains[1])
      #expect(try await xend.driver.call(Remote.connectGetAllDomainStats, domains, 0, 0).map(\.dom.name) == ["web1"])
      await xend.simulator.add(
        XendFault(.answer(Array("HTTP/1.1 500 Request failed: x\r\nContent-length: 0\r\n\r\n".utf8)), path: "/xend/domain/web1"))
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.connectGetAllDomainStats, domains, 0, 0) }
    }
  }
}
