import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Domains behind xend live and die", .timeLimit(.minutes(20)))
struct HostLifecycleTests {
  /// Releases whose xend keeps domains that do not run.
  private static let managing: [XenRelease] = XenRelease.allCases.filter { $0 >= .v3_0_4 }

  @Test("a domain that is created waits for its devices before it runs", arguments: XenRelease.allCases)
  func create(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.create(XendFixture.xml("web1", uuid: "5a8b0001-1111-4222-8333-444444444444"))
      #expect(domain.id > 0 && "\(domain.uuid)" == "5a8b0001-1111-4222-8333-444444444444")
      #expect(await xend.operations == ["create", "wait_for_devices", "unpause"])
      #expect(await xend.simulator.state(of: "web1") == "running")
      _ = try await xend.create(XendFixture.xml("web2"), .paused)
      #expect(await xend.simulator.state(of: "web2") == "paused")
    }
  }

  @Test("a domain whose devices do not come is taken back")
  func createFails() async throws {
    try await XendFixture.with { (xend) async throws in
      await xend.simulator.add(
        XendFault(
          .answer(
            Array(
              "HTTP/1.1 500 Request failed: wait_for_devices\r\nContent-length: 50\r\n\r\n(xend.err 'Device 51712 (vbd) could not connect.')"
                .utf8)),
          operation: "wait_for_devices"))
      let error = await #expect(throws: LibvirtError.self) { try await xend.create(XendFixture.xml("web1")) }
      #expect(error?.message == "POST operation failed: Device 51712 (vbd) could not connect.")
      #expect(await xend.operations == ["create", "wait_for_devices", "destroy"])
      #expect(await xend.simulator.domainNames == ["Domain-0"])
    }
  }

  @Test("define, start, suspend, resume, destroy, undefine", arguments: managing)
  func wholeLife(_ release: XenRelease) async throws {
    try await XendFixture.with(release) { (xend) async throws in
      let domain = try await xend.define(XendFixture.xml("web1"))
      #expect(domain.id == -1)
      #expect(try await xend.driver.call(Remote.domainIsActive, domain) == 0)
      #expect(try await xend.driver.call(Remote.domainIsPersistent, domain) == 1)
      let started = try await xend.driver.call(Remote.domainCreateWithFlags, domain, 0)
      #expect(started.id > 0)
      #expect(try await xend.state("web1") == .running)
      try await xend.driver.call(Remote.domainSuspend, domain)
      #expect(try await xend.state("web1") == .paused)
      try await xend.driver.call(Remote.domainResume, domain)
      #expect(try await xend.state("web1") == .running)
      try await xend.driver.call(Remote.domainDestroyFlags, domain, 0)
      #expect(try await xend.state("web1") == .shutoff)
      try await xend.driver.call(Remote.domainUndefine, domain)
      #expect(await xend.operations == ["new", "start", "pause", "unpause", "destroy", "delete"])
      await #expect(throws: LibvirtError.self) { try await xend.domain("web1") }
    }
  }

  @Test("what makes no sense is refused in libvirt's words before anything is sent")
  func refusals() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let idle = try await xend.define(XendFixture.xml("idle"))
      let running = try await xend.domain("web1")
      await xend.simulator.forgetRequests()
      func message(_ body: () async throws -> Void) async -> String? {
        await #expect(throws: LibvirtError.self) { try await body() }?.message
      }
      let off = "Requested operation is not valid: domain is not running"
      #expect(await message { try await xend.driver.call(Remote.domainSuspend, idle) } == off)
      #expect(await message { try await xend.driver.call(Remote.domainDestroy, idle) } == off)
      #expect(await message { try await xend.driver.call(Remote.domainShutdown, idle) } == off)
      #expect(await message { try await xend.driver.call(Remote.domainSave, idle, "/tmp/x") } == off)
      #expect(
        await message { try await xend.driver.call(Remote.domainCreate, running) }
          == "Requested operation is not valid: domain is already running")
      #expect(await message { try await xend.driver.call(Remote.domainUndefine, running) } != nil)
      #expect(await message { try await xend.driver.call(Remote.domainCreateWithFlags, idle, DomainCreateFlags.paused.rawValue) } != nil)
      #expect(
        await message { try await xend.driver.call(Remote.domainSetMetadata, idle, 0, "x", nil, nil, 0) }
          == "this function is not supported by the connection driver: virDomainSetMetadata")
      #expect(await xend.operations.isEmpty)
    }
  }

  @Test("a guest that is asked to shut down ends a while later; one that is rebooted comes back with another number")
  func guestsChoice() async throws {
    try await XendFixture.with(domains: 2) { (xend) async throws in
      let (first, second) = (try await xend.domain("web1"), try await xend.domain("web2"))
      try await xend.driver.call(Remote.domainShutdownFlags, first, 0)
      try await xend.driver.call(Remote.domainReboot, second, 0)
      let reasons = await xend.simulator.requests.filter { $0.operation == "shutdown" }.compactMap { $0.arguments["reason"] }
      #expect(reasons == ["poweroff", "reboot"])
      while await xend.simulator.state(of: "web1") == "running" { try await Task.sleep(for: .milliseconds(20)) }
      while try await xend.driver.call(Remote.domainLookupByUuid, second.uuid).id == second.id {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  @Test("rename and reset")
  func renameAndReset() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      let domain = try await xend.domain("win3")
      try await xend.driver.call(Remote.domainReset, domain, 0)
      _ = try await xend.driver.call(Remote.domainRename, try await xend.domain("web1"), "web9", 0)
      #expect(await xend.operations == ["reset", "rename"])
      #expect(await xend.simulator.domainNames.contains("web9"))
    }
  }

  @Test("a handle leads to its own domain, whatever bears its name by now")
  func stolenName() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let old = try await xend.domain("web1")
      _ = try await xend.driver.call(Remote.domainRename, old, "web9", 0)
      let new = try await xend.create(XendFixture.xml("web1"))
      try await xend.driver.call(Remote.domainDestroy, old)
      #expect(await xend.simulator.state(of: "web9") != "running")
      #expect(try await xend.domain("web1").uuid == new.uuid)
    }
  }
}
