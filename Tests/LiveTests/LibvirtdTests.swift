import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing
import XDR

/// The remote driver with a real libvirtd.
@Suite(.timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs VIRTSH_TEST_LIBVIRTD_SOCKET"))
struct LibvirtdTests {
  @Test func opensCallsAndCloses() async throws {
    try await LiveLibvirtd.withHost { driver in
      #expect(try await driver.call(Remote.connectGetType) == "TEST")
      let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      #expect(Set(domains.map(\.name)) == ["one", "two"])
      #expect(try await driver.send(Remote.domainGetState, forEach: domains, 0).values.allSatisfy { $0.state == 1 })
      await driver.close()
      #expect(driver.closure.reason == .client)
    }
  }

  @Test func opensQEMU() async throws {
    let driver = try await LiveLibvirtd.open("qemu+unix:///system")
    #expect(try await driver.call(Remote.connectGetUri) == "qemu:///system")
    await driver.close()
  }

  @Test func saysThatItLacksADriver() async throws {
    do {
      _ = try await LiveLibvirtd.open("nosuch+unix:///x")
      Issue.record("a driver that does not exist was opened")
    } catch let error as LibvirtError {
      #expect(error.message == "no connection driver available for nosuch:///x")
      #expect(error.code == .noConnect)
    }
  }

  /// The daemon answers five at a time and then stops reading; its socket takes less than these calls are.
  @Test func manyCallsReturnInOrder() async throws {
    try await LiveLibvirtd.withHost { driver in
      let names = (0..<20_000).map { ["one", "two", "three"][$0 % 3] }
      let results = await driver.send(Remote.domainLookupByName, forEach: names).results
      var wrong = 0
      for (name, result) in zip(names, results) {
        switch result {
        case .success(let domain) where domain.name == name: break
        case .failure(let error as LibvirtError) where name == "three" && error.code == .noDomain: break
        default: wrong += 1
        }
      }
      #expect(wrong == 0)
    }
  }

  @Test func longCallsTakeTurns() async throws {
    try await LiveLibvirtd.withHost { driver in
      let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      let many = (0..<500).map { domains[$0 % 2] }
      let texts = try await driver.send(Remote.domainGetXmlDesc, forEach: many, 0).values
      #expect(zip(many, texts).allSatisfy { $1.contains("<name>\($0.name)</name>") })
    }
  }

  @Test func abandonedCallsDisturbNoOther() async throws {
    try await LiveLibvirtd.withHost { driver in
      let domain = try await driver.call(Remote.domainLookupByName, "one")
      let abandoned = (0..<1000).map { _ in driver.send(Remote.domainGetState, domain, 0) }
      let kept = (0..<1000).map { _ in driver.send(Remote.domainLookupByName, "two") }
      for reply in abandoned { reply.abandon() }
      for reply in kept { #expect(try await reply.value.name == "two") }
      #expect(try await driver.call(Remote.domainGetState, domain, 0).state == 1)
    }
  }

  /// A domain that is saved into a FIFO nobody reads keeps its call busy.
  @Test func callThatWasGivenUpKeepsItsPlaceOnly() async throws {
    let folder = try SocketFolder()
    let fifo = folder.socket("fifo")
    #expect(mkfifo(fifo, 0o600) == 0)
    try await LiveLibvirtd.withHost { driver in
      let domain = try await driver.call(Remote.domainLookupByName, "one")
      let saving = Task { try await driver.call(Remote.domainSave, domain, fifo) }
      try await Task.sleep(for: .milliseconds(100))
      saving.cancel()
      await #expect(throws: OutcomeUnknown(procedure: "virDomainSave")) { try await saving.value }
      #expect(try await driver.call(Remote.connectGetLibVersion) >= 9_000_000)
      let reader = Glibc.open(fifo, O_RDONLY | O_NONBLOCK)
      #expect(reader >= 0)
      while try await driver.call(Remote.domainGetState, domain, 0).state == 1 { try await Task.sleep(for: .milliseconds(10)) }
      Glibc.close(reader)
    }
    folder.remove("fifo")
  }

  @Test func changesOfAReadOnlyConnectionAreForbidden() async throws {
    try await LiveLibvirtd.withHost(readOnly: true) { driver in
      let domain = try await driver.call(Remote.domainLookupByName, "one")
      do {
        try await driver.call(Remote.domainDestroy, domain)
        Issue.record("destroyed read-only")
      } catch let error as LibvirtError {
        #expect(error.message == "operation forbidden: read only access prevents virDomainDestroy")
        #expect(error.code == .operationDenied)
      }
    }
  }

  @Test func eventsOfADomainComeInOrder() async throws {
    try await LiveLibvirtd.withHost { driver in
      let domains = try await driver.send(Remote.domainLookupByName, forEach: ["one", "two"]).values
      let all = try await driver.subscribe(.domain(.lifecycle), nil)
      let second = try await driver.subscribe(.domain(.lifecycle), domains[1])
      for domain in domains {
        try await driver.call(Remote.domainSuspend, domain)
        try await driver.call(Remote.domainResume, domain)
      }
      #expect(try await Self.take(4, all) == ["one 3", "one 4", "two 3", "two 4"])
      #expect(try await Self.take(2, second) == ["two 3", "two 4"])
      await all.cancel()
      await second.cancel()
    }
  }

  private static func take(_ count: Int, _ subscription: EventSubscription) async throws -> [String] {
    var texts: [String] = []
    for try await event in subscription {
      texts.append("\(event.domain.name) \((event.message as? DomainLifecycleEvent)?.event ?? -1)")
      if texts.count == count { break }
    }
    return texts
  }

  @Test func screenshotIsAPicture() async throws {
    try await LiveLibvirtd.withHost { driver in
      let domain = try await driver.call(Remote.domainLookupByName, "one")
      let stream = try await driver.open(StreamRequest(Remote.domainScreenshot, domain, 0, 0))
      var bytes: [UInt8] = []
      while case .data(let piece)? = try await stream.read() { bytes += piece }
      try await stream.finish()
      #expect(bytes.starts(with: [0x89] + Array("PNG\r\n".utf8)))
      #expect(bytes.suffix(8).starts(with: Array("IEND".utf8)))
      #expect(try await driver.call(Remote.domainGetState, domain, 0).state == 1)
    }
  }

  @Test func abortedScreenshotLeavesTheConnection() async throws {
    try await LiveLibvirtd.withHost { driver in
      let domain = try await driver.call(Remote.domainLookupByName, "one")
      for _ in 0..<20 {
        let stream = try await driver.open(StreamRequest(Remote.domainScreenshot, domain, 0, 0))
        await stream.abort()
      }
      #expect(try await driver.call(Remote.domainGetState, domain, 0).state == 1)
    }
  }

  @Test func listOfAllDomainsTakesFiveRoundTripsAtMost() async throws {
    let target = try #require(LiveLibvirtd.socket)
    let fewest = try await Patience.fewestRoundTrips(wanted: 5) { delay in
      let folder = try SocketFolder()
      let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: target, delay: delay)
      try await LiveLibvirtd.withHost(socket: proxy.path) { driver in
        let listing = driver.send(Remote.connectListAllDomains, 1, 0)
        let stats = driver.send(Remote.connectGetAllDomainStats, [], DomainStatsTypes.state.rawValue, 0)
        let domains = try await listing.value.elements
        _ = await stats.result
        #expect(domains.count == 2)
      }
      await proxy.stop()
      folder.remove("proxy")
      return proxy.roundTrips
    }
    #expect(fewest <= 5)
  }
}
