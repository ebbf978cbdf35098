import Drivers
import LibvirtProtocol
import TestDriver
import Testing
import XDR

@Suite struct HostListingTests {
  private func host() throws -> HostFixture {
    try HostFixture(domains: [
      HostFixture.xml("running", 1), HostFixture.xml("paused", 2, "<test:runstate>3</test:runstate>"),
      HostFixture.xml("off", 3, "<test:runstate>5</test:runstate>"), HostFixture.xml("crashed", 4, "<test:runstate>6</test:runstate>"),
      HostFixture.xml("passing", 5, "<test:transient/>"),
      HostFixture.xml("saved", 6, "<test:runstate>5</test:runstate><test:hasmanagedsave/>"),
    ])
  }

  @Test(
    arguments: [
      ([], ["running", "paused", "crashed", "passing", "off", "saved"]), (.active, ["running", "paused", "crashed", "passing"]),
      (.inactive, ["off", "saved"]), (.running, ["running", "passing"]), (.paused, ["paused"]), (.shutoff, ["off", "saved"]),
      (.other, ["crashed"]), ([.running, .paused], ["running", "paused", "passing"]), ([.active, .shutoff], []),
      (.transient, ["passing"]), ([.transient, .paused], []), (.managedsave, ["saved"]), ([.inactive, .noManagedsave], ["off"]),
      (.hasSnapshot, []), (.autostart, []), ([.active, .noAutostart, .persistent], ["running", "paused", "crashed"]),
    ] as [(ConnectListAllDomainsFlags, [String])])
  func filters(flags: ConnectListAllDomainsFlags, expected: [String]) async throws {
    #expect(Set(try await host().list(flags)) == Set(expected))
  }

  @Test func activeOnesHaveNumbersInTheirOrder() async throws {
    let refs = try await host().driver.send(Remote.connectListAllDomains, 1, ConnectListAllDomainsFlags.active.rawValue).value.elements
    #expect(refs.map(\.id) == [1, 2, 3, 4])
    #expect(refs.map(\.name) == ["running", "paused", "crashed", "passing"])
  }

  @Test func autostartCounts() async throws {
    let host = try host()
    _ = try await host.driver.send(Remote.domainSetAutostart, try await host.domain("off"), 1).value
    #expect(try await host.list(.autostart) == ["off"])
  }

  @Test func onlyTheCountIsToldWhereNobodyAsksForMore() async throws {
    let listing = try await host().driver.send(Remote.connectListAllDomains, 0, 0).value
    #expect(listing.ret == 6 && listing.elements.isEmpty)
  }

  @Test func theOldCallsAgree() async throws {
    let host = try host()
    #expect(try await host.driver.send(Remote.connectNumOfDomains).value == 4)
    #expect(Array(try await host.driver.send(Remote.connectListDomains, 2).value) == [1, 2])
    #expect(Array(try await host.driver.send(Remote.connectListDefinedDomains, 16).value) == ["off", "saved"])
  }

  @Test func statisticsKeepTheOrderThatWasAskedFor() async throws {
    let host = try host()
    let refs = [try await host.domain("paused"), try await host.domain("off"), try await host.domain("running")]
    let all = try await host.driver.send(Remote.connectGetAllDomainStats, Bounded(refs), 0, 0).value
    #expect(all.map(\.dom.name) == ["paused", "off", "running"])
    let active = ConnectGetAllDomainStatsFlags.active.rawValue
    let some = try await host.driver.send(Remote.connectGetAllDomainStats, Bounded(refs), 0, active).value
    #expect(some.map(\.dom.name) == ["paused", "running"])
  }

  @Test func twoOfOneNameAreRefused() throws {
    #expect(throws: LibvirtError.self) { try HostFixture(domains: [HostFixture.xml("a", 1), HostFixture.xml("a", 2)]) }
    #expect(throws: LibvirtError.self) { try HostFixture(domains: [HostFixture.xml("a", 1), HostFixture.xml("b", 1)]) }
  }
}
