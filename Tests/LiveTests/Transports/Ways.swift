import Glibc
import TestDaemonKit

/// A way to one private libvirtd: its test host by a URI.
struct Way {
  let name: String
  let uri: String
  /// What the environment says beside the usual.
  var variables: [String] = []
}

/// All transports to one private libvirtd, which nobody else uses: the test host is as it was before each session.
struct Ways {
  /// Runs a test with all of them; what was started for it is ended.
  static func withAll(_ body: ([Way]) async throws -> Void) async throws {
    let port = try FreePort.find()
    let daemon = try await RestartableLibvirtd(
      settings: [
        "listen_tls = 0", "listen_tcp = 1", #"listen_addr = "127.0.0.1""#, #"tcp_port = "\#(port)""#, #"auth_tcp = "none""#,
      ], listens: true)
    try await body([
      Way(name: "unix", uri: "test+unix:///default?socket=\(daemon.socket)"),
      Way(name: "tcp", uri: "test+tcp://127.0.0.1:\(port)/default"),
      Way(name: "tcp by name", uri: "test+tcp://localhost:\(port)/default"),
    ])
  }
}

/// A TCP port of 127.0.0.1 that nobody listens on.
enum FreePort {
  static func find() throws -> UInt16 {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw NoPort(errno: errno) }
    return UInt16(bigEndian: address.sin_port)
  }

  struct NoPort: Error { let errno: CInt }
}
