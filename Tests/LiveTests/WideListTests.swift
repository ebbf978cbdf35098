import TestDaemonKit
import Testing

/// A list with all columns of a daemon with a thousand domains, its round trips counted on the wire.
@Suite(.timeLimit(.minutes(20)))
struct WideListTests {
  @Test func allColumnsOfAThousandDomainsInSixRoundTripsOpeningAndClosingIncluded() async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.madeUpDomains = 999
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let fewest = try await Patience.fewestRoundTrips(wanted: 6) { delay in
      let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: daemon.path, delay: delay)
      let run = try await ProgramRun.run(
        SideBySide.program,
        ["-c", "test+unix:///default?socket=\(proxy.path)", "--output", "csv", "list", "--all", "--columns", CommandsForForms.columns])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.split(whereSeparator: \.isNewline).count == 1001)
      await proxy.stop()
      return proxy.roundTrips
    }
    #expect(fewest <= 6)
    await daemon.stop()
    folder.remove("daemon", "proxy")
  }
}
