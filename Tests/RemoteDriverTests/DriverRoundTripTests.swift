import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing
import XDR

@testable import RemoteDriver

@Suite(.timeLimit(.minutes(20))) struct DriverRoundTripTests {
  /// What `list --all` needs. virsh 9.0.0 takes 9 round trips and one more for each domain.
  @Test func aThousandDomainsWithTheirStatesInFiveRoundTrips() async throws {
    var options = TestDaemonOptions()
    options.madeUpDomains = 999
    try await DriverFixture.with(options) { fixture in
      let fewest = try await Patience.fewestRoundTrips(wanted: 5) { delay in
        let proxy = try await RoundTripProxy.start(at: fixture.folder.socket("proxy"), target: fixture.daemon.path, delay: delay)
        // Keepalive is asked for, but so seldom that no ping is counted.
        let driver = try await DriverFixture.open(proxy.path, keepalive: KeepaliveSettings(interval: 600))
        let listing = driver.send(Remote.connectListAllDomains, 1, 0)
        let stats = driver.send(Remote.connectGetAllDomainStats, [], DomainStatsTypes.state.rawValue, 0)
        #expect(try await listing.value.elements.count == 1000)
        #expect(try await stats.value.count == 1000)
        await driver.close()
        await proxy.stop()
        return proxy.roundTrips
      }
      #expect(fewest <= 5)
    }
  }

  @Test func batchIsOneRoundTrip() async throws {
    var options = TestDaemonOptions()
    options.madeUpDomains = 100
    options.clientRequests = 200
    try await DriverFixture.with(options) { fixture in
      let fewest = try await Patience.fewestRoundTrips(wanted: 1) { delay in
        let proxy = try await RoundTripProxy.start(at: fixture.folder.socket("proxy"), target: fixture.daemon.path, delay: delay)
        let driver = try await DriverFixture.open(proxy.path, keepalive: KeepaliveSettings(interval: 0))
        let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
        try await Task.sleep(for: .milliseconds(300))
        let before = proxy.roundTrips
        #expect(try await driver.send(Remote.domainGetState, forEach: domains, 0).values.count == 101)
        let trips = proxy.roundTrips - before
        await driver.close()
        await proxy.stop()
        return trips
      }
      #expect(fewest == 1)
    }
  }
}
