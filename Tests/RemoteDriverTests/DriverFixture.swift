import ConnectionURI
import Drivers
import LibvirtProtocol
import TestDaemonKit

@testable import RemoteDriver

/// A daemon of its own for a test, and ways to connect to it.
struct DriverFixture {
  let folder: SocketFolder
  let daemon: TestDaemon

  /// Runs a test with a daemon, which is stopped on every way out.
  static func with(
    _ options: TestDaemonOptions = TestDaemonOptions(), _ body: (DriverFixture) async throws -> Void
  ) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let result: Result<Void, any Error>
    do { result = .success(try await body(DriverFixture(folder: folder, daemon: daemon))) } catch { result = .failure(error) }
    await daemon.stop()
    folder.remove("daemon", "proxy")
    try result.get()
  }

  /// Runs a test with a driver on a daemon of its own; the driver is closed if the test ends well.
  static func withDriver(
    _ options: TestDaemonOptions = TestDaemonOptions(), readOnly: Bool = false,
    _ body: (RemoteDriver, TestDaemon) async throws -> Void
  ) async throws {
    try await with(options) { fixture in
      let driver = try await open(fixture.daemon.path, readOnly: readOnly)
      try await body(driver, fixture.daemon)
      await driver.close()
    }
  }

  /// Opens a URI on a socket; no keepalive unless asked for.
  static func open(
    _ socket: String, uri: String = "test+unix:///default", more: String = "", readOnly: Bool = false,
    keepalive: KeepaliveSettings = KeepaliveSettings(), deadline: ContinuousClock.Instant? = nil
  ) async throws -> RemoteDriver {
    let uri = try ConnectionURI(parsing: "\(uri)?socket=\(socket)\(more)")
    let context = OpenContext(isReadOnly: readOnly, environment: environment, deadline: deadline, keepalive: keepalive)
    let driver = try await RemoteDriver.open(uri, context)
    guard let remote = driver as? RemoteDriver else { throw NotRemote() }
    return remote
  }

  static let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { _ in false }

  struct NotRemote: Error {}
}

/// The error that something throws, nil when it does not.
func thrown(_ body: () async throws -> Void) async -> (any Error)? {
  do {
    try await body()
    return nil
  } catch {
    return error
  }
}

extension RemoteDriver {
  /// What is left of calls, streams and bytes on the connection.
  nonisolated func leftovers() async -> (calls: Int, streams: Int, bytes: Int) {
    await withCheckedContinuation { continuation in
      link.perform {
        continuation.resume(returning: ($0.rpc.callCount, $0.rpc.streamCount + $0.streams.count, $0.rpc.bufferedBytes))
      }
    }
  }

  /// Whether a stream of the connection has a reader that waits.
  nonisolated func isBeingRead() async -> Bool {
    await withCheckedContinuation { continuation in
      link.perform { continuation.resume(returning: $0.streams.values.contains { $0.isBeingRead }) }
    }
  }
}
