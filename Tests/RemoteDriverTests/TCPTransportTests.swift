import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

@testable import RemoteDriver

// The texts are those of libvirt 9.0.0.
@Suite(.timeLimit(.minutes(1))) struct TCPTransportTests {
  private static func open(_ uri: String, by deadline: ContinuousClock.Instant? = nil) async throws -> any Driver {
    let uri = try ConnectionURI(parsing: uri)
    return try await RemoteDriver.open(uri, OpenContext(environment: DriverFixture.environment, deadline: deadline))
  }

  @Test(arguments: ["127.0.0.1", "localhost", "[::1]"]) func everyAddressIsTried(_ host: String) async throws {
    try await DriverFixture.with { fixture in
      let proxy = try await RoundTripProxy.startOnTCP(target: fixture.daemon.path)
      let result: Result<any Driver, any Error>
      do { result = .success(try await Self.open("test+tcp://\(host):\(proxy.port)/default")) } catch { result = .failure(error) }
      if host.contains(":") {
        // Nobody listens there, and brackets are only the URI's.
        let error = await thrown { _ = try result.get() } as? LibvirtError
        #expect(error?.message == "unable to connect to server at '::1:\(proxy.port)': Connection refused")
      } else {
        let driver = try result.get()
        #expect(driver.endpoint == "\(host):\(proxy.port)")
        #expect(try await driver.call(Remote.connectGetType) == "TEST")
        await driver.close()
      }
      await proxy.stop()
    }
  }

  @Test func nobodyListens() async throws {
    let error = await thrown { _ = try await Self.open("qemu+tcp://127.0.0.1:1/system") } as? LibvirtError
    #expect(error?.message == "unable to connect to server at '127.0.0.1:1': Connection refused")
    #expect(error?.code == .systemError && error?.domain == .rpc && error?.int1 == ECONNREFUSED)
  }

  @Test(arguments: ["no..name", String(repeating: "x", count: 300), "-"]) func nobodyHasThatName(_ name: String) async throws {
    let error = await thrown { _ = try await Self.open("qemu+tcp://\(name)/system") } as? LibvirtError
    #expect(error?.message.hasPrefix("Unable to resolve address '\(name)' service '16509': ") == true, "\(String(describing: error))")
    #expect(error?.code == .systemError)
  }

  @Test func anAttemptEndsAtTheDeadline() async throws {
    let port = try DeafPort()
    let error =
      await thrown {
        _ = try await Self.open("qemu+tcp://127.0.0.1:\(port.number)/system", by: .now + .milliseconds(200))
      } as? LibvirtError
    #expect(error?.message == "unable to connect to server at '127.0.0.1:\(port.number)': Connection timed out")
  }

  @Test func anAttemptCanBeGivenUp() async throws {
    let port = try DeafPort()
    let attempt = Task { try await Self.open("qemu+tcp://127.0.0.1:\(port.number)/system") }
    try await Task.sleep(for: .milliseconds(50))
    attempt.cancel()
    await #expect(throws: CancellationError.self) { _ = try await attempt.value }
  }

  @Test func aSilentServerIsLeftAtTheDeadline() async throws {
    let folder = try SocketFolder()
    let server = try await ScriptedServer.start(at: folder.socket("silent"))
    let proxy = try await RoundTripProxy.startOnTCP(target: server.path)
    let uri = "qemu+tcp://127.0.0.1:\(proxy.port)/system"
    let error = await thrown { _ = try await Self.open(uri, by: .now + .milliseconds(300)) } as? LibvirtError
    #expect(error?.message == "Timed out during operation: \(uri) was not opened in time")
    #expect(error?.code == .operationTimeout)
    await proxy.stop()
    await server.stop()
    folder.remove("silent")
  }
}
