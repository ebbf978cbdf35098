import Glibc
import TestDaemonKit

/// A way to a private libvirtd: its test host by a URI.
struct Way {
  let name: String
  let uri: String
  /// What the environment says beside the usual.
  var variables: [String] = []
}

/// All transports, and all ways to prove who one is, to private daemons which nobody else uses: the test host is as it was before
/// each session.
struct Ways {
  /// Runs a test with all of them; what was started for it is ended.
  static func withAll(_ body: ([Way]) async throws -> Void) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    let pki = try certificates.client("client")
    let port = try LoopbackPort.findFree()
    let plain = try await TLSLibvirtd(
      certificates, settings: ["listen_tcp = 1", "tcp_port = \"\(port)\"", "auth_tcp = \"none\""])
    let ssh = try await SSHServer.beside(plain.daemon)
    defer { ssh.remove() }
    try await SASLLibvirtd.with("SCRAM-SHA-256 DIGEST-MD5 PLAIN", certificates: certificates) { sasl in
      let login = "authfile=\(try sasl.file())"
      try await body([
        Way(name: "unix", uri: "test+unix:///default?socket=\(plain.daemon.socket)"),
        Way(name: "tcp", uri: "test+tcp://127.0.0.1:\(port)/default"),
        Way(name: "tcp by name", uri: "test+tcp://localhost:\(port)/default"),
        Way(name: "tls", uri: plain.uri(pki)),
        Way(name: "tls to an address", uri: plain.uri(pki, host: "127.0.0.1")),
        Way(name: "ssh", uri: ssh.uri()),
        Way(name: "ssh with virt-ssh-helper", uri: ssh.uri(more: "&proxy=native")),
        Way(name: "ssh with netcat", uri: ssh.uri(more: "&proxy=netcat")),
        Way(name: "ssh to a socket with SASL", uri: ssh.uri(socket: sasl.daemon.socket, more: "&auth=sasl.SCRAM-SHA-256&\(login)")),
        Way(name: "libssh", uri: ssh.uri("libssh", more: ssh.libraryOptions)),
        Way(name: "libssh2", uri: ssh.uri("libssh2", more: ssh.libraryOptions)),
        Way(name: "ext", uri: "test+ext:///default?command=\(try ssh.program("ext", "exec nc -U \(plain.daemon.socket)"))"),
        Way(
          name: "ext with DIGEST-MD5",
          uri: "test+ext:///default?auth=sasl.DIGEST-MD5&\(login)&command=\(try ssh.program("plain", "exec nc 127.0.0.1 \(sasl.port)"))"),
        Way(name: "unix with SASL", uri: sasl.uri(.unix, driver: "test", path: "/default", login)),
        Way(name: "tcp with DIGEST-MD5", uri: sasl.uri(.tcp, driver: "test", path: "/default", "auth=sasl.DIGEST-MD5", login)),
        Way(name: "tls with SCRAM-SHA-256", uri: sasl.uri(.tls, driver: "test", path: "/default", "auth=sasl.SCRAM-SHA-256", login)),
        Way(name: "tls with PLAIN", uri: sasl.uri(.tls, driver: "test", path: "/default", "auth=sasl.PLAIN", login)),
      ])
    }
  }
}
