import TestDaemonKit
import XenSimulators

/// Runs a test against a simulated xend on a unix socket and a TCP port.
func withSimulatedXend<Result: Sendable>(
  _ release: XenRelease = .v3_4, domains: Int = 0, _ change: (inout XendSimulatorOptions) -> Void = { _ in },
  _ body: (XendSimulator, RawClient) async throws -> Result
) async throws -> Result {
  let folder = try SocketFolder()
  defer { folder.remove("xend", "saved") }
  var options = XendSimulatorOptions(unixPath: folder.socket("xend"), port: 0, release: release, domains: domains)
  change(&options)
  let simulator = try await XendSimulator.start(options)
  do {
    let result = try await body(simulator, RawClient(address: .unix(folder.socket("xend"))))
    await simulator.stop()
    return result
  } catch {
    await simulator.stop()
    throw error
  }
}
