import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

@testable import RemoteDriver

// The texts and numbers are those of libvirt 9.0.0.
@Suite(.timeLimit(.minutes(20))) struct DriverConnectFailureTests {
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

  /// Where no daemon can say so. At a socket that is named, its absence is the news, as with virsh.
  @Test(arguments: [("nosuch:///x", true), ("nosuch:///x?socket=/nonexistent/sock", false), ("lxc:///x?socket=/nonexistent/sock", false)])
  func onlyAMadeUpDriverIsMissing(_ uri: String, _ isMadeUp: Bool) async throws {
    let error = try await Self.failure(uri)
    if isMadeUp, access("/var/run/libvirt/libvirt-sock", F_OK) != 0 {
      #expect((error as? ConnectionURIError)?.libvirtMessage == "no connection driver available for \(uri)")
    } else if !isMadeUp {
      #expect((error as? LibvirtError)?.message == "Failed to connect socket to '/nonexistent/sock': No such file or directory")
    }
  }

  @Test func wrongURIIsRefusedBeforeAnything() async throws {
    let error = try await Self.failure("qemu+unix://host/system") as? ConnectionURIError
    #expect(error?.libvirtMessage == "invalid argument: using unix socket and remote server 'host' is not supported.")
  }
}
