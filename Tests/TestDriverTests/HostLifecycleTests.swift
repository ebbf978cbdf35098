import LibvirtProtocol
import Testing
import XDR

@testable import TestDriver

@Suite struct HostLifecycleTests {
  @Test func aWholeLife() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    #expect(domain.id == 1)
    #expect(try await host.state(domain) == DomainState(state: 1, reason: 0))
    try await host.suspend(domain)
    #expect(try await host.state(domain) == DomainState(state: 3, reason: 1))
    try await host.resume(domain)
    #expect(try await host.state(domain) == DomainState(state: 1, reason: 5))
    try await host.reboot(domain)
    #expect(try await host.state(domain) == DomainState(state: 1, reason: 1))
    try await host.shutdown(domain)
    #expect(try await host.state(domain) == DomainState(state: 5, reason: 1))
    #expect(try await host.start(domain).id == 2)
    try await host.destroy(domain)
    #expect(try await host.state(domain) == DomainState(state: 5, reason: 2))
    try await host.undefine(domain)
    #expect(try await host.list() == [])
  }

  /// libvirt's test driver takes a fixed amount from each CPU's share, and wraps where that is less.
  @Test func aHostOfManyCPUsHasTimes() async throws {
    let host = try HostFixture(domains: [HostFixture.xml("many", 1)], node: "<cpu><cores>64</cores></cpu>")
    let stats = try await host.driver.send(Remote.domainGetCpuStats, host.domain("many"), 2, 63, 1, 0).value
    #expect(stats.params.map(\.value) == [.ullong(762_072_204), .ullong(18_446_744_073_237_055_930)])
  }

  @Test func whatAStateDoesNotAllow() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    await #expect(throws: LibvirtError.test(.internalError, "domain 'test' not paused")) { try await host.resume(domain) }
    await #expect(throws: LibvirtError.test(.operationInvalid, "Domain 'test' is already running")) {
      _ = try await host.start(domain)
    }
    try await host.suspend(domain)
    await #expect(throws: LibvirtError.test(.internalError, "domain 'test' not running")) { try await host.suspend(domain) }
    try await host.destroy(domain)
    let notRunning = LibvirtError.test(.operationInvalid, "domain is not running")
    await #expect(throws: notRunning) { try await host.destroy(domain) }
    await #expect(throws: notRunning) { try await host.reboot(domain) }
    await #expect(throws: LibvirtError.test(.internalError, "domain 'test' not running")) { try await host.shutdown(domain) }
  }

  /// What `on_reboot` and `on_poweroff` make of a guest that ends by itself: does it still run?
  @Test(
    arguments: [
      ("", true, false), ("<on_reboot>destroy</on_reboot>", false, false), ("<on_reboot>preserve</on_reboot>", false, false),
      ("<on_reboot>rename-restart</on_reboot>", true, false), ("<on_poweroff>restart</on_poweroff>", true, true),
      ("<on_poweroff>preserve</on_poweroff>", true, false),
    ])
  func ends(more: String, runsAfterReboot: Bool, runsAfterShutdown: Bool) async throws {
    let host = HostFixture()
    let domain = try await host.start(try await host.define(HostFixture.xml("a", 1, more)))
    try await host.reboot(domain)
    #expect(try await host.state(domain).state == (runsAfterReboot ? 1 : 5))
    if !runsAfterReboot { _ = try await host.start(domain) }
    try await host.shutdown(domain)
    #expect(try await host.state(domain).state == (runsAfterShutdown ? 1 : 5))
  }

  @Test func aTransientDomainGoes() async throws {
    let host = HostFixture()
    let domain = try await host.create(HostFixture.xml("a", 1))
    #expect(try await host.list(.transient) == ["a"])
    await #expect(throws: LibvirtError.test(.operationInvalid, "domain 'a' is already active")) {
      _ = try await host.create(HostFixture.xml("a", 1))
    }
    try await host.destroy(domain)
    await #expect(throws: LibvirtError.self) { _ = try await host.domain("a") }
  }

  @Test func aDefinitionOutlivesWhatRuns() async throws {
    let host = HostFixture()
    let domain = try await host.create(HostFixture.xml("a", 1))
    _ = try await host.define(HostFixture.xml("a", 1, "<title>next</title>"))
    #expect(try await host.list(.persistent) == ["test", "a"])
    let (running, next) = (
      try await host.driver.send(Remote.domainGetXmlDesc, domain, 0).value,
      try await host.driver.send(Remote.domainGetXmlDesc, domain, DomainXMLFlags.inactive.rawValue).value
    )
    #expect(!running.contains("<title>") && next.contains("<title>next</title>"))
    try await host.destroy(domain)
    #expect(try await host.driver.send(Remote.domainGetXmlDesc, domain, 0).value.contains("<title>next</title>"))
  }

  @Test func namesAndNumbersBelongTogether() async throws {
    let host = HostFixture()
    _ = try await host.define(HostFixture.xml("a", 1))
    await #expect(throws: LibvirtError.self) { _ = try await host.define(HostFixture.xml("a", 2)) }
    await #expect(throws: LibvirtError.self) { _ = try await host.define(HostFixture.xml("b", 1)) }
    await #expect(throws: LibvirtError.self) { _ = try await host.define(HostFixture.xml("a&#10;b", 3)) }
    #expect(try await host.create(HostFixture.xml("a&#10;b", 3)).name == "a\nb")
  }

  @Test func unknownFlagsAreRefused() async throws {
    let host = HostFixture()
    let domain = try await host.domain()
    await #expect(throws: LibvirtError.whole(.invalidArg, "unsupported flags (0x10) in function testDomainUndefineFlags")) {
      try await host.undefine(domain, .checkpointsMetadata)
    }
    await #expect(throws: LibvirtError.whole(.invalidArg, "unsupported flags (0x8000) in function testDomainCreateWithFlags")) {
      _ = try await host.driver.send(Remote.domainCreateWithFlags, domain, 0x8000).value
    }
  }
}

extension LibvirtError {
  /// An error of the test driver: libvirt's words for the code stand before the detail.
  static func test(_ code: VirErrorNumber, _ detail: String) -> LibvirtError { LibvirtError(code, .test, detail) }

  /// An error of the test driver that has no such words.
  static func whole(_ code: VirErrorNumber, _ message: String) -> LibvirtError {
    LibvirtError(code: code, domain: .test, message: message)
  }
}
