import Drivers
import Glibc
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("What takes xend long, and what it never answers", .timeLimit(.minutes(20)))
struct HostLongTests {
  @Test("save and restore", arguments: XenRelease.allCases)
  func saveAndRestore(_ release: XenRelease) async throws {
    let file = "/tmp/virtsh-xend-\(UInt64.random(in: 0...UInt64.max)).save"
    defer { unlink(file) }
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      try await xend.driver.call(Remote.domainSave, domain, file)
      #expect(access(file, F_OK) == 0)
      #expect(await xend.simulator.state(of: "web1") != "running")
      try await xend.driver.call(Remote.domainRestore, file)
      #expect(await xend.simulator.state(of: "web1") == "running")
      #expect(try await xend.domain("web1").uuid == domain.uuid)
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSave, domain, "relative") }
    }
  }

  @Test("a dump says all that every xend wants to know", arguments: XenRelease.allCases.filter { $0 >= .v3_0_4 })
  func dump(_ release: XenRelease) async throws {
    let file = "/tmp/virtsh-xend-\(UInt64.random(in: 0...UInt64.max)).dump"
    defer { unlink(file) }
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1"))
      try await xend.driver.call(Remote.domainCoreDump, domain, file, DomainCoreDumpFlags.live.rawValue)
      #expect(
        await xend.simulator.requests.last { $0.operation == "dump" }?.arguments == [
          "op": "dump", "file": file, "live": "1", "crash": "0", "reset": "0",
        ])
    }
  }

  @Test("migration, to every spelling of a host", arguments: XenRelease.allCases)
  func migrate(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      for (uri, host, port) in [
        ("other", "other", "0"), ("other:8003", "other", "8003"), ("xenmigr://other.example/", "other.example", "0"),
        ("xenmigr://[::1]:9000/", "::1", "9000"),
      ] {
        let domain = try await xend.create(XendFixture.xml("web1"))
        try await xend.driver.call(Remote.domainMigratePerform, domain, Opaque([]), uri, UInt64(DomainMigrateFlags.live.rawValue), nil, 0)
        let sent = await xend.simulator.requests.last { $0.operation == "migrate" }?.arguments
        #expect(
          sent == [
            "op": "migrate", "destination": host, "live": "1", "port": port, "resource": "0", "node": "-1", "ssl": "0",
            "change_home_server": "0",
          ])
        #expect(await xend.simulator.state(of: "web1") == nil)
      }
      let domain = try await xend.create(XendFixture.xml("web1"))
      for uri in ["", "a b", "http://x/", "host:0", "host:99999", "xenmigr://", "[::1", "host:1:2"] {
        await #expect(throws: LibvirtError.self, "\(uri)") {
          try await xend.driver.call(Remote.domainMigratePerform, domain, Opaque([]), uri, 0, nil, 0)
        }
      }
      await #expect(throws: LibvirtError.self) {
        try await xend.driver.call(Remote.domainMigratePerform, domain, Opaque([]), "other", 0, "newname", 0)
      }
    }
  }

  @Test("a long operation holds nobody up, has no deadline, and can be given up")
  func giveUp() async throws {
    try await XendFixture.with(domains: 2, patience: 5, longOperations: .seconds(20)) { (xend) async throws in
      let (first, second) = (try await xend.domain("web1"), try await xend.domain("web2"))
      let file = "/tmp/virtsh-xend-\(UInt64.random(in: 0...UInt64.max))"
      defer {
        unlink(file)
        unlink(file + "2")
      }
      let save = xend.driver.send(Remote.domainSave, first, file)
      let other = xend.driver.send(Remote.domainSave, second, file + "2")
      #expect(try await xend.driver.call(Remote.domainGetOsType, first) == "linux")
      #expect(save.settled == nil)
      let waiting = Task { try await other.value }
      while await xend.operations.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
      waiting.cancel()
      await #expect(throws: OutcomeUnknown(procedure: "virDomainSave")) { try await waiting.value }
      // Longer than quick operations may take.
      _ = try await save.value
    }
  }

  @Test("a quick operation that is never answered: an error of what reads, the dark for what changes; xend itself is still there")
  func silence() async throws {
    try await XendFixture.with(domains: 1, patience: 5) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.add(XendFault(.hang, operation: "pause"))
      let unknown = await #expect(throws: OutcomeUnknown.self) { try await xend.driver.call(Remote.domainSuspend, domain) }
      #expect(unknown?.procedure == "virDomainSuspend" && unknown?.reason != nil)
      #expect(xend.driver.closure.reason == nil)
      await xend.simulator.add(XendFault(.hang, path: "/xend/domain/web1"))
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetInfo, domain) }
      #expect(error?.code == .operationTimeout)
      #expect(xend.driver.closure.reason == nil)
      await xend.simulator.removeFaults()
      #expect(try await xend.driver.call(Remote.domainGetOsType, domain) == "linux")
    }
  }

  @Test("a xend that answers nothing any more is lost")
  func dead() async throws {
    try await XendFixture.with(domains: 1, patience: 5) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.add(XendFault(.hang))
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetInfo, domain) }
      #expect(await xend.driver.closure.wait() == .keepalive)
      await #expect(throws: LibvirtError.clientSocketClosed) { try await xend.driver.call(Remote.domainGetInfo, domain) }
    }
  }

  @Test("a xend that is silent from the start is no connection, in words for people")
  func silentFromTheStart() async throws {
    try await XendFixture.with { (xend) async throws in
      await xend.simulator.add(XendFault(.hang))
      let context = XendFixture.context(patience: 1)
      let path = try #require(xend.simulator.unixPath)
      let error = await #expect(throws: LibvirtError.self) { try await XendHost.open(.unix(.path(path)), uri: "xen:///", context) }
      #expect(error?.message == "no answer from xend at \(path): xend has not answered in time")
    }
  }

  @Test("a xend that is gone is lost with the first request, which changed nothing")
  func gone() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.stop()
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainSuspend, domain) }
      #expect(error?.code == .systemError && error?.domain == .rpc)
      #expect(xend.driver.closure.reason != nil)
    }
  }

  @Test("a change whose connection breaks may be done")
  func broken() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.add(XendFault(.close, operation: "pause", isCarriedOut: true))
      await #expect(throws: OutcomeUnknown.self) { try await xend.driver.call(Remote.domainSuspend, domain) }
      #expect(try await xend.state("web1") == .paused)
    }
  }
}
