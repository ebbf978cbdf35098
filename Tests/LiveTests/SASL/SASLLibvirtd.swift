import ConnectionURI
import Drivers
import Glibc
import RemoteDriver
import TestDaemonKit

/// A private libvirtd that asks for SASL, with a user `alice` whose password is `wonder`.
struct SASLLibvirtd {
  /// How it is reached.
  enum Way: Sendable, CaseIterable {
    case unix
    case tcp
  }

  /// What the tests need: libvirtd and the programs of sasl2-bin.
  static let isPossible = LiveLibvirtd.socket != nil && access("/usr/sbin/saslpasswd2", X_OK) == 0

  static let name = "alice"
  static let password = "wonder"

  let daemon: RestartableLibvirtd
  let port: Int

  /// Runs a test with a daemon that has these mechanisms, with blanks between them.
  static func with(_ mechanisms: String, _ body: (SASLLibvirtd) async throws -> Void) async throws {
    let port = try freePort()
    let daemon = try await RestartableLibvirtd(
      settings: [
        "auth_unix_rw = \"sasl\"", "auth_tcp = \"sasl\"", "listen_tls = 0", "listen_tcp = 1", "listen_addr = \"127.0.0.1\"",
        "tcp_port = \"\(port)\"",
      ],
      listens: true
    ) { folder in
      mkdir("\(folder)/sasl2", 0o700)
      try "mech_list: \(mechanisms)\nsasldb_path: \(folder)/users.db\n".write(to: "\(folder)/sasl2/libvirt.conf")
      let made = try await ProgramRun.run(
        "/bin/sh", ["-c", "printf %s \(password) | /usr/sbin/saslpasswd2 -c -p -f \(folder)/users.db -a libvirt \(name)"])
      guard made.status == 0 else { throw CannotMakeUser(errors: made.errors) }
    }
    let result: Result<Void, any Error>
    // It listens at its unix socket first.
    for _ in 0..<600 where !answers(port) { try await Task.sleep(for: .milliseconds(20)) }
    do { result = .success(try await body(SASLLibvirtd(daemon: daemon, port: port))) } catch { result = .failure(error) }
    daemon.kill()
    _ = try await ProgramRun.run("/bin/rm", ["-rf", daemon.folder])
    try result.get()
  }

  /// Its URI, with more parameters.
  func uri(_ way: Way, _ parameters: String..., port: Int? = nil) -> String {
    switch way {
    case .unix: "qemu+unix:///system?" + (["socket=\(daemon.socket)"] + parameters).joined(separator: "&")
    case .tcp: "qemu+tcp://127.0.0.1:\(port ?? self.port)/system?" + parameters.joined(separator: "&")
    }
  }

  /// The path of a new auth.conf with a user, or with this text.
  func file(_ name: String = SASLLibvirtd.name, _ password: String = SASLLibvirtd.password, text: String? = nil) throws -> String {
    let path = "\(daemon.folder)/auth-\(UInt64.random(in: 0...UInt64.max)).conf"
    let text = text ?? "[credentials-x]\nauthname=\(name)\npassword=\(password)\n[auth-libvirt-default]\ncredentials=x\n"
    try text.write(to: path)
    return path
  }

  /// Opens a URI in this process.
  static func open(
    _ uri: String, variables: [String: String] = [:], dialogue: any Dialogue = NoDialogue(),
    keepalive: KeepaliveSettings = KeepaliveSettings(interval: 600), deadline: ContinuousClock.Instant? = nil
  ) async throws -> any Driver {
    let environment = ConnectionEnvironment(variables: variables, effectiveUserID: geteuid()) { access($0, F_OK) == 0 }
    let context = OpenContext(environment: environment, deadline: deadline, keepalive: keepalive, dialogue: dialogue)
    return try await RemoteDriver.open(ConnectionURI(parsing: uri), context)
  }

  /// A port of this host that nobody uses at the moment.
  private static func freePort() throws -> Int {
    let port = withSocket(0) { descriptor, address, size in
      bind(descriptor, address, size) == 0 ? ownPort(descriptor) : nil
    }
    guard let port else { throw CannotMakeUser(errors: "no port") }
    return port
  }

  /// Whether somebody listens at a port.
  private static func answers(_ port: Int) -> Bool { withSocket(port) { connect($0, $1, $2) == 0 } }

  private static func ownPort(_ descriptor: Int32) -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Does something with a new TCP socket and the address of a port of this host.
  private static func withSocket<Result>(_ port: Int, _ body: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  struct CannotMakeUser: Error {
    let errors: String
  }
}
