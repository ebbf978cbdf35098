import Drivers
import LibvirtProtocol
import Testing
import XDR
import XenSimulators

@testable import XenDriver

@Suite("Lists of domains behind xend", .timeLimit(.minutes(20)))
struct HostListingTests {
  @Test("a list of 200 domains with their states is one request for the names and one for each, at most eight at a time")
  func rounds() async throws {
    // With time to answer, those that leave together are seen together.
    try await XendFixture.with(domains: 200, latency: .milliseconds(30)) { (xend) async throws in
      let listing = xend.driver.send(Remote.connectListAllDomains, 1, 0)
      let stats = xend.driver.send(Remote.connectGetAllDomainStats, [], DomainStatsTypes.state.rawValue, 0)
      #expect(try await listing.value.elements.count == 201)
      #expect(try await stats.value.count == 201)
      let requests = await xend.simulator.requests
      #expect(requests.count == 202)
      #expect(requests.filter { $0.path == "xend/domain" }.map(\.arguments) == [["state": "all"]])
      #expect(requests.first?.path == "xend/domain")
      #expect(Set(requests.dropFirst().map(\.path)).count == 201)
      #expect(requests.allSatisfy { $0.open <= 8 })
      #expect(requests.contains { $0.open > 1 })
    }
  }

  private static let garbage = XendFault.Effect.answer(Array("garbage".utf8))

  @Test("a domain of which xend says nothing does not hide the others", arguments: [(garbage, 60), (.hang, 2), (.close, 60)])
  func unheard(_ effect: XendFault.Effect, patience: Int) async throws {
    try await XendFixture.with(domains: 3, patience: patience) { (xend) async throws in
      await xend.simulator.add(XendFault(effect, path: "xend/domain/web2"))
      let domains = try await xend.driver.call(Remote.connectListAllDomains, 1, 0).elements
      #expect(Set(domains.map(\.name)) == ["Domain-0", "web1", "web2", "win3"])
      let unheard = try #require(domains.first { $0.name == "web2" })
      #expect(unheard.isStandIn && unheard.id == -1 && domains.count(where: \.isStandIn) == 1)
      let stats = try await xend.driver.call(Remote.connectGetAllDomainStats, [], DomainStatsTypes.state.rawValue, 0)
      #expect(stats.first { $0.dom == unheard }?.params.isEmpty == true)
      // It is not asked for once more, and nothing is done to it.
      await xend.simulator.forgetRequests()
      let error = await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetState, unheard, 0) }
      #expect(error?.notes.last == "xend was asked about the domain with name 'web2'")
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainDestroy, unheard) }
      #expect(await xend.simulator.requests.filter { $0.path != "xend/node" }.isEmpty)
      // Whether it is what somebody looks for is not known.
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainLookupById, 99) }
    }
  }

  @Test("who wants a console hears where it is")
  func console() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let request = try StreamRequest(Remote.domainOpenConsole, try await xend.domain("web1"), nil, 0)
      let error = await #expect(throws: LibvirtError.self) { _ = try await xend.driver.open(request) }
      #expect(error?.message == "this function is not supported by the connection driver: virDomainOpenConsole")
      // Xen's own errors have their hints shown.
      #expect(error?.domain == .xen && error?.str3?.contains("xm console") == true)
    }
  }

  @Test("a domain that xend tells of again is known")
  func heardAgain() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      await xend.simulator.add(XendFault(Self.garbage, path: "xend/domain/web2", count: 1))
      let unheard = try #require(try await xend.driver.call(Remote.connectListAllDomains, 1, 0).elements.first(where: \.isStandIn))
      #expect(try await xend.driver.call(Remote.connectListAllDomains, 1, 0).elements.allSatisfy { !$0.isStandIn })
      // The old handle is nobody's.
      await #expect(throws: LibvirtError.self) { try await xend.driver.call(Remote.domainGetState, unheard, 0) }
    }
  }

  @Test("where xend says nothing of many domains the list fails, and says at which", arguments: [2, 40])
  func unheardByMany(_ domains: Int) async throws {
    try await XendFixture.with(domains: domains) { (xend) async throws in
      for name in await xend.simulator.domainNames { await xend.simulator.add(XendFault(Self.garbage, path: "xend/domain/\(name)")) }
      let error = await #expect(throws: LibvirtError.self) { try await xend.names() }
      #expect(error?.notes.last?.hasPrefix("xend was asked about the domain with name '") == true)
      #expect(await xend.simulator.requests.count <= 1 + 2 * XendHost.requestLimit)
    }
  }

  @Test("calls that leave together share an answer; a later one asks anew")
  func sharing() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      let domain = try await xend.domain("web1")
      await xend.simulator.forgetRequests()
      let info = xend.driver.send(Remote.domainGetInfo, domain)
      let type = xend.driver.send(Remote.domainGetOsType, domain)
      let state = xend.driver.send(Remote.domainGetState, domain, 0)
      #expect(try await info.value.nrVirtCpu.rawValue == 2)
      #expect(try await type.value == "linux")
      #expect(try await state.value.state == DomainRunState.blocked.rawValue)
      #expect(await xend.simulator.requests.count == 1)
      _ = try await xend.driver.call(Remote.domainGetOsType, domain)
      #expect(await xend.simulator.requests.count == 2)
    }
  }

  @Test("what is read after a change was sent after it")
  func order() async throws {
    try await XendFixture.with(domains: 1) { (xend) async throws in
      let domain = try await xend.domain("web1")
      let before = xend.driver.send(Remote.domainGetState, domain, 0)
      let suspend = xend.driver.send(Remote.domainSuspend, domain)
      let after = xend.driver.send(Remote.domainGetState, domain, 0)
      #expect(try await after.value.state == DomainRunState.paused.rawValue)
      #expect(try await before.value.state == DomainRunState.blocked.rawValue)
      _ = try await suspend.value
    }
  }

  @Test("every state is listed, where xend's own list would leave most of them out", arguments: [XenRelease.v3_0_4, .v3_4, .v4_1])
  func states(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 4) { (xend) async throws in
      await xend.simulator.setState(of: "web1", to: "paused")
      await xend.simulator.setState(of: "web2", to: "crashed")
      _ = try await xend.define(XendFixture.xml("idle"))
      #expect(Set(try await xend.names()) == ["Domain-0", "web1", "web2", "win3", "web4", "idle"])
      #expect(try await xend.names(.inactive) == ["idle"])
      #expect(try await xend.names(.paused) == ["web1"])
      #expect(Set(try await xend.names(.active)) == ["Domain-0", "web1", "web2", "win3", "web4"])
      #expect(try await xend.state("web2") == .crashed)
      #expect(try await xend.state("idle") == .shutoff)
      #expect(try await xend.driver.call(Remote.connectNumOfDomains) == 5)
      #expect(try await xend.driver.call(Remote.connectNumOfDefinedDomains) == 1)
      #expect(try await xend.driver.call(Remote.connectListDefinedDomains, 16).map(\.self) == ["idle"])
    }
  }

  @Test("a xend without defined domains lists what lives", arguments: [XenRelease.v3_0_2, .v3_0_3])
  func oldFormats(_ release: XenRelease) async throws {
    try await XendFixture.with(release, domains: 2) { (xend) async throws in
      await xend.simulator.setState(of: "web1", to: "paused")
      #expect(Set(try await xend.names()) == ["Domain-0", "web1", "web2"])
      #expect(try await xend.names(.inactive).isEmpty)
      // Nothing of them stays.
      #expect(try await xend.names(.persistent).isEmpty)
      #expect(try await xend.names(.transient).count == 3)
      await #expect(throws: LibvirtError.self) { try await xend.define(XendFixture.xml("idle")) }
      #expect(await xend.operations.isEmpty)
    }
  }

  @Test("a domain that is called like a number or like another's UUID is not taken for another")
  func hiding() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      let first = try await xend.domain("web1")
      let third = try await xend.domain("win3")
      let number = try await xend.create(XendFixture.xml("\(first.id)"))
      #expect(try await xend.driver.call(Remote.domainLookupById, first.id).name == "web1")
      #expect(try await xend.domain("\(first.id)").uuid == number.uuid)
      await #expect(throws: LibvirtError.self) { try await xend.domain("\(third.id)") }
      let twin = try await xend.create(XendFixture.xml("\(third.uuid)"))
      #expect(try await xend.driver.call(Remote.domainLookupByUuid, third.uuid).name == "win3")
      try await xend.driver.call(Remote.domainSuspend, third)
      #expect(await xend.simulator.state(of: "win3") == "paused")
      #expect(try await xend.state("\(twin.name)") == .running)
    }
  }

  @Test("a domain that goes away while the list is made is left out")
  func vanishing() async throws {
    try await XendFixture.with(domains: 3) { (xend) async throws in
      await xend.simulator.add(
        XendFault(
          .answer(Array("HTTP/1.1 404 Not found\r\nContent-type: text/plain\r\nContent-length: 17\r\n\r\n<Fault 3: 'web2'>".utf8)),
          path: "xend/domain/web2"))
      #expect(Set(try await xend.names()) == ["Domain-0", "web1", "win3"])
    }
  }
}
