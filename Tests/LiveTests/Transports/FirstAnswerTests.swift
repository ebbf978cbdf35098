import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing

/// How soon a connection is of use, counted in round trips.
@Suite(.timeLimit(.minutes(2)), .enabled(if: LiveLibvirtd.socket != nil, "needs VIRTSH_TEST_LIBVIRTD_SOCKET"))
struct FirstAnswerTests {
  /// Who are you; the driver; the first call.
  @Test(arguments: [ConnectionTransport.unix, .tcp]) func takesThreeRoundTrips(_ transport: ConnectionTransport) async throws {
    let live = try #require(LiveLibvirtd.socket)
    let folder = try SocketFolder()
    defer { folder.remove("proxy") }
    var fewest = Int.max
    // A test that does not get the processor for a round trip's time says its next word too late.
    for _ in 0..<3 where fewest > 3 {
      let proxy =
        transport == .tcp
        ? try await RoundTripProxy.startOnTCP(target: live, delay: 50)
        : try await RoundTripProxy.start(at: folder.socket("proxy"), target: live, delay: 50)
      let uri = transport == .tcp ? "test+tcp://127.0.0.1:\(proxy.port)/default" : "test+unix:///default?socket=\(proxy.path)"
      let driver = try await LiveLibvirtd.open(at: uri)
      let domains = try await driver.call(Remote.connectListAllDomains, 1, 0).elements.elements
      #expect(domains.map(\.name) == ["test"])
      fewest = min(fewest, proxy.roundTrips)
      await driver.close()
      await proxy.stop()
    }
    #expect(fewest == 3)
  }
}
