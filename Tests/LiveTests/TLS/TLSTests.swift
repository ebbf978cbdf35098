import Glibc
import TestDaemonKit
import Testing

/// TLS between our program, or the real virsh, and a real libvirtd.
@Suite(
  .serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct TLSTests {
  @Test func whoComesIn() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server)
    try await certificates.certificate("client", .client)
    let pki = try certificates.client("client")
    let server = try await TLSLibvirtd(certificates)
    try await TLSOutcome.expectEntry(server.uri(pki))
    try await TLSOutcome.expectEntry(server.uri(pki, host: "127.0.0.1"))
    try await TLSOutcome.expectEntry(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-TLS1.3"))
    try await TLSOutcome.expectEntry(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL:+VERS-TLS1.3"))
    try await TLSOutcome.expectEntry(server.uri(pki, more: "&no_sanity=1"))
    try await certificates.authority("other")
    try await TLSOutcome.expectEntry(server.uri(try certificates.client("client", authority: "other"), more: "&no_sanity=1&no_verify=1"))
    let old = try await TLSLibvirtd(certificates, settings: ["tls_priority = \"NORMAL:-VERS-ALL:+VERS-TLS1.2\""])
    try await TLSOutcome.expectEntry(old.uri(pki))
    try await TLSOutcome.expectRefusal(old.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL:+VERS-TLS1.3"), "no version or cipher")
    try await TLSOutcome.expectRefusal(server.uri(pki, more: "&tls_priority=NORMAL:bogus"), "needs a + or -")
    try await TLSOutcome.expectRefusal(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL"), "no version")
  }

  /// What our own files have against them, and what the server has against us.
  @Test func wrongClients() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server)
    try await certificates.certificate("expired", .client.expired)
    try await certificates.certificate("client", .client)
    try await certificates.authority("other")
    try await certificates.certificate("strange", .client, by: "other")
    let server = try await TLSLibvirtd(certificates)
    try await TLSOutcome.expectRefusal(server.uri(try certificates.client("expired")), "'CN=client'", "it expired on 2002-01-01")
    try await TLSOutcome.expectRefusal(
      server.uri(try certificates.client("expired"), more: "&no_sanity=1"), "does not accept our certificate")
    try await TLSOutcome.expectRefusal(server.uri(try certificates.client("strange")), "'CN=Test other' is not a trusted CA")
    let none = try certificates.client(nil)
    try await TLSOutcome.expectRefusal(server.uri(none), "there is no \(none)/clientcert.pem")
    let pki = try certificates.client("client")
    try await TLSOutcome.expectRefusal(server.uri("/nonexistent"))
    try certificates.copy("server.key", to: "\(pki)/clientkey.pem")
    try await TLSOutcome.expectRefusal(server.uri(pki), "is not the key of 'CN=client'")
    try "nothing\n".write(to: "\(pki)/clientkey.pem")
    try await TLSOutcome.expectRefusal(server.uri(pki), "it is not PEM")
    unlink("\(pki)/clientkey.pem")
    mkdir("\(pki)/clientkey.pem", 0o700)
    try await TLSOutcome.expectRefusal(server.uri(pki), "\(pki)/clientkey.pem: Is a directory")
    rmdir("\(pki)/clientkey.pem")
    try certificates.copy("client.key", to: "\(pki)/clientkey.pem")
    let choosy = try await TLSLibvirtd(certificates, settings: ["tls_allowed_dn_list = [\"CN=nobody\"]"])
    try await TLSOutcome.expectRefusal(choosy.uri(pki), "tls_allowed_dn_list")
  }

  @Test func wrongPorts() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server)
    try await certificates.certificate("client", .client)
    let pki = try certificates.client("client")
    let server = try await TLSLibvirtd(certificates)
    // What is first depends on who is faster: the server's farewell, or its reset.
    let ends = ["End of file while reading data: Input/output error", "Cannot recv data: Connection reset by peer"]
    let both = try SideBySide(uri: "test+tcp://localhost:\(server.port)/default")
    defer { both.remove() }
    let (ours, virsh) = try await both.ask("hostname")
    for run in [ours, virsh] {
      #expect(ends.contains { run.errors == "error: failed to connect to the hypervisor\nerror: \($0)\n" }, "\(run.errors)")
    }
    let port = try LoopbackPort.findFree()
    let tcp = try await RestartableLibvirtd(
      settings: ["listen_tls = 0", "listen_tcp = 1", "listen_addr = \"127.0.0.1\"", "tcp_port = \"\(port)\"", "auth_tcp = \"none\""],
      ports: [port])
    try await TLSOutcome.expectRefusal("test+tls://localhost:\(port)/default?pkipath=\(pki)", "it may speak no TLS at this port")
    tcp.kill()
  }
}
