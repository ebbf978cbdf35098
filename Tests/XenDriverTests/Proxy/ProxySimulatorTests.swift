import ConnectionURI
import Glibc
import LibvirtProtocol
import Sockets
import Testing

@testable import XenSimulators

/// The simulator hangs up where the real proxy does, by bytes alone.
@Suite(.timeLimit(.minutes(20))) struct ProxySimulatorTests {
  @Test(
    arguments: [
      ([1, 0, 0, 0], "a short header"), ([1, 0, 13, 0, 0, 0, 16, 0], "an unknown command"), ([2, 0, 0, 0, 0, 0, 16, 0], "another version"),
      ([1, 0, 0, 0, 0, 0, 15, 0], "too short a length"), ([1, 0, 0, 0, 0, 0, 1, 16], "too long a length"),
      ([1, 0, 6, 0, 0, 0, 16, 0], "no UUID"), ([1, 0, 7, 0, 0, 0, 16, 0], "no name"),
    ] as [([UInt8], String)])
  func hangsUp(start: [UInt8], why: String) async throws {
    var options = ProxySimulatorOptions()
    options.name = testProxyName()
    let simulator = try await ProxySimulator.start(options: options)
    let descriptor = try await UnixSocketAddress(.abstract(options.name)).connected(by: nil)
    let message = start.count < 8 ? start : start + Array(repeating: 0, count: 8)
    #expect(send(descriptor, message, message.count, 0) == message.count)
    var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&poller, 1, 20_000) == 1)
    var answer = [UInt8](repeating: 0, count: 16)
    #expect(recv(descriptor, &answer, 16, 0) <= 0, "\(why)")
    close(descriptor)
    await simulator.stop()
  }

  @Test func aShortAddressFindsNobody() async throws {
    var options = ProxySimulatorOptions()
    options.name = testProxyName()
    let simulator = try await ProxySimulator.start(options: options)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0[1...].copyBytes(from: options.name.utf8) }
    let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    let result = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(3 + options.name.utf8.count)) }
    }
    #expect(result == -1 && errno == ECONNREFUSED)
    close(descriptor)
    await simulator.stop()
  }
}
