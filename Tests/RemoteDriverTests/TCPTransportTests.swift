import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import NIOPosix
import Synchronization
import TestDaemonKit
import Testing

@testable import RemoteDriver

// The texts are those of libvirt 9.0.0.
@Suite(.timeLimit(.minutes(20))) struct TCPTransportTests {
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

  /// A lookup that hangs cannot be given up, but nobody else must wait for it.
  @Test func aLookupWaitsForNoOther() async throws {
    final class Flag: Sendable { let isUp = Atomic<Bool>(false) }
    let flag = Flag()
    for _ in 0..<256 {
      NIOThreadPool.singleton.submit { _ in while !flag.isUp.load(ordering: .relaxed) { usleep(1000) } }
    }
    defer { flag.isUp.store(true, ordering: .relaxed) }
    try await DriverFixture.with { fixture in
      let proxy = try await RoundTripProxy.startOnTCP(target: fixture.daemon.path)
      let driver = try await Self.open("test+tcp://localhost:\(proxy.port)/default", by: .now + Patience.limit)
      await driver.close()
      await proxy.stop()
    }
  }

  /// As an ssh server does with what is no greeting: its own greeting is in our hands, and then the connection breaks.
  @Test func whatWasSaidBeforeAResetIsTold() async throws {
    let server = try RudePort()
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    async let talk: Void = thread.runIfActive { server.greetAndReset("SSH-2.0-x\r\n") }
    let error = await thrown { _ = try await Self.open("qemu+tcp://127.0.0.1:\(server.number)/system") } as? LibvirtError
    try await talk
    try await thread.shutdownGracefully()
    #expect(error?.message == "packet 1397966889 bytes received from server too large, want 33554432")
    #expect(error?.str3?.contains("«SSH-2.0-x»") == true)
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
    let error = await thrown { _ = try await Self.open(uri, by: .now + .seconds(2)) } as? LibvirtError
    #expect(error?.message == "Timed out during operation: \(uri) was not opened in time")
    #expect(error?.code == .operationTimeout)
    await proxy.stop()
    await server.stop()
    folder.remove("silent")
  }
}

/// A port of 127.0.0.1 whose server greets the first who comes, and breaks the connection as soon as it is spoken to.
private final class RudePort: Sendable {
  let number: UInt16
  private let descriptor: CInt

  init() throws {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    descriptor = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else { throw NoPort() }
    number = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  /// Blocks until somebody has come and said something.
  func greetAndReset(_ text: String) {
    let client = accept(descriptor, nil, nil)
    let bytes = Array(text.utf8)
    _ = send(client, bytes, bytes.count, 0)
    var first: UInt8 = 0
    // What else was said stays unread, and that breaks the connection.
    _ = recv(client, &first, 1, 0)
    close(client)
  }

  struct NoPort: Error {}
}
