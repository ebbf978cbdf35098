import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing

/// How soon a connection is of use, counted in round trips.
@Suite(.timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs VIRTSH_TEST_LIBVIRTD_SOCKET"))
struct FirstAnswerTests {
  /// Who are you; the driver; the first call.
  @Test(arguments: [ConnectionTransport.unix, .tcp]) func takesThreeRoundTrips(_ transport: ConnectionTransport) async throws {
    let live = try #require(LiveLibvirtd.socket)
    let folder = try SocketFolder()
    defer { folder.remove("proxy") }
    let fewest = try await Patience.fewestRoundTrips(wanted: 3) { delay in
      let proxy =
        transport == .tcp
        ? try await RoundTripProxy.startOnTCP(target: live, delay: delay)
        : try await RoundTripProxy.start(at: folder.socket("proxy"), target: live, delay: delay)
      let uri = transport == .tcp ? "test+tcp://127.0.0.1:\(proxy.port)/default" : "test+unix:///default?socket=\(proxy.path)"
      let driver = try await LiveLibvirtd.open(at: uri)
      let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      #expect(domains.map(\.name) == ["test"])
      let trips = proxy.roundTrips
      await driver.close()
      await proxy.stop()
      return trips
    }
    #expect(fewest == 3)
  }
}
