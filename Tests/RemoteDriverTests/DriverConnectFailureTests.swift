import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

@testable import RemoteDriver

// The texts and numbers are those of libvirt 9.0.0.
@Suite(.timeLimit(.minutes(3))) struct DriverConnectFailureTests {
  private static func failure(_ uri: String) async throws -> (any Error)? {
    let uri = try ConnectionURI(parsing: uri)
    return await thrown { _ = try await RemoteDriver.open(uri, OpenContext(environment: DriverFixture.environment)) }
  }

  @Test func nobodyIsThere() async throws {
    let error = try await Self.failure("qemu+unix:///system?socket=/nonexistent/sock") as? LibvirtError
    #expect(error?.message == "Failed to connect socket to '/nonexistent/sock': No such file or directory")
    #expect(error?.code == .systemError)
    #expect(error?.domain == .rpc)
    #expect(error?.int1 == ENOENT)
  }

  @Test func nobodyListens() async throws {
    let folder = try SocketFolder()
    let error = try await Self.failure("qemu+unix:///system?socket=\(folder.path)") as? LibvirtError
    #expect(error?.message == "Failed to connect socket to '\(folder.path)': Connection refused")
    #expect(error?.int1 == ECONNREFUSED)
    folder.remove()
  }

  @Test func abstractSocketIsNamedWithItsSign() async throws {
    let error = try await Self.failure("qemu+unix:///system?socket=@virtsh-test-nobody") as? LibvirtError
    #expect(error?.message == "Failed to connect socket to '@virtsh-test-nobody': Connection refused")
  }

  @Test func pathIsTooLong() async throws {
    let path = "/tmp/" + String(repeating: "x", count: 103)
    let error = try await Self.failure("qemu+unix:///system?socket=\(path)") as? LibvirtError
    #expect(error?.message == "Path \(path) too long for unix socket: Cannot allocate memory")
    let shorter = try await Self.failure("qemu+unix:///system?socket=\(path.dropLast())") as? LibvirtError
    #expect(shorter?.message == "Failed to connect socket to '\(path.dropLast())': No such file or directory")
  }

  @Test(arguments: [("nosuch:///x", true), ("qemu:///system", false)])
  func onlyAnUnknownDriverIsMissing(_ uri: String, _ isUnknown: Bool) async throws {
    let socket = "/nonexistent/sock"
    let error = try await Self.failure("\(uri)?socket=\(socket)")
    if isUnknown {
      let error = error as? ConnectionURIError
      #expect(error?.libvirtMessage == "no connection driver available for \(uri)?socket=\(socket)")
      #expect(error?.code == .noConnection)
    } else {
      #expect((error as? LibvirtError)?.code == .systemError)
    }
  }

  @Test(arguments: ["ssh", "libssh", "libssh2", "ext"])
  func transportThatIsNotThereSaysWhatWorks(_ name: String) async throws {
    let error = try await Self.failure("qemu+\(name)://host/system?command=/bin/false") as? LibvirtError
    #expect(error?.message == "Operation not supported: the transport \(name) is not there yet; what works: unix, tcp, tls")
  }

  @Test func wrongURIIsRefusedBeforeAnything() async throws {
    let error = try await Self.failure("qemu+unix://host/system") as? ConnectionURIError
    #expect(error?.libvirtMessage == "invalid argument: using unix socket and remote server 'host' is not supported.")
  }
}
