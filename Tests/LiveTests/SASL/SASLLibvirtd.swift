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
    case tls
  }

  /// What the tests need: libvirtd and the programs of sasl2-bin.
  static let isPossible = LiveLibvirtd.socket != nil && access("/usr/sbin/saslpasswd2", X_OK) == 0

  static let name = "alice"
  static let password = "wonder"

  let daemon: RestartableLibvirtd
  let port: UInt16
  /// Where it listens for TLS, and the folder for `pkipath=`.
  let tlsPort: UInt16
  let pki: String

  /// Runs a test with a daemon that has these mechanisms, with blanks between them.
  static func with(
    _ mechanisms: String, certificates: CertificateFolder? = nil, _ body: (SASLLibvirtd) async throws -> Void
  ) async throws {
    let (port, tlsPort) = (try LoopbackPort.findFree(), try LoopbackPort.findFree())
    let files = if let certificates { certificates } else { try await CertificateFolder.withServerAndClient() }
    let daemon = try await RestartableLibvirtd(
      settings: [
        "auth_unix_rw = \"sasl\"", "auth_tcp = \"sasl\"", "auth_tls = \"sasl\"", "listen_tcp = 1", "tcp_port = \"\(port)\"",
      ] + TLSLibvirtd.settings(files, "server", tlsPort), ports: [port, tlsPort]
    ) { folder in
      mkdir("\(folder)/sasl2", 0o700)
      try "mech_list: \(mechanisms)\nsasldb_path: \(folder)/users.db\n".write(to: "\(folder)/sasl2/libvirt.conf")
      let made = try await ProgramRun.run(
        "/bin/sh", ["-c", "printf %s \(password) | /usr/sbin/saslpasswd2 -c -p -f \(folder)/users.db -a libvirt \(name)"])
      guard made.status == 0 else { throw CannotMakeUser(errors: made.errors) }
    }
    let result: Result<Void, any Error>
    do { result = .success(try await body(SASLLibvirtd(daemon: daemon, port: port, tlsPort: tlsPort, pki: files.client("client")))) } catch
    { result = .failure(error) }
    daemon.kill()
    _ = try await ProgramRun.run("/bin/rm", ["-rf", daemon.folder])
    try result.get()
  }

  /// Its URI, with more parameters.
  func uri(
    _ way: Way, driver: String = "qemu", path: String = "/system", _ parameters: String..., port: UInt16? = nil
  ) -> String {
    switch way {
    case .unix: "\(driver)+unix://\(path)?" + (["socket=\(daemon.socket)"] + parameters).joined(separator: "&")
    case .tcp: "\(driver)+tcp://127.0.0.1:\(port ?? self.port)\(path)?" + parameters.joined(separator: "&")
    case .tls: "\(driver)+tls://localhost:\(port ?? tlsPort)\(path)?" + (["pkipath=\(pki)"] + parameters).joined(separator: "&")
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

  struct CannotMakeUser: Error {
    let errors: String
  }
}
