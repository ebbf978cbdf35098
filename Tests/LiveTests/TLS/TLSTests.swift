import ConnectionURI
import Drivers
import Glibc
import LibvirtProtocol
import RemoteDriver
import TestDaemonKit
import Testing

/// TLS between our program, or the real virsh, and a real libvirtd.
@Suite(
  .serialized, .timeLimit(.minutes(15)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct TLSTests {
  /// What our program and virsh say to the same URI: with the same words, and ours with a hint that has all of `hint`.
  private func expectRefusal(_ uri: String, _ hint: String..., isAsVirsh: Bool = true) async throws {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let (ours, virsh) = try await both.ask("hostname")
    #expect(ours.status == 1, "\(uri)")
    // libvirt logs warnings among the errors.
    let errors = virsh.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }.map { $0 + "\n" }.joined()
    if isAsVirsh { #expect(ours.errors == errors, "\(uri)") }
    let shown = try await ProgramRun.run(SideBySide.program, ["-c", uri, "hostname"])
    for words in hint { #expect(shown.errors.split(separator: "\n").last?.contains(words) == true, "\(shown.errors)") }
  }

  private func expectEntry(_ uri: String) async throws {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let (ours, virsh) = try await both.ask("hostname")
    #expect(ours.status == 0 && virsh.status == 0, "\(uri): \(ours.errors) \(virsh.errors)")
    #expect(ours.output == virsh.output)
  }

  @Test func whoComesIn() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server)
    try await certificates.certificate("client", .client)
    let pki = try certificates.client("client")
    let server = try await TLSLibvirtd(certificates)
    try await expectEntry(server.uri(pki))
    try await expectEntry(server.uri(pki, host: "127.0.0.1"))
    try await expectEntry(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-TLS1.3"))
    try await expectEntry(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL:+VERS-TLS1.3"))
    try await expectEntry(server.uri(pki, more: "&no_sanity=1"))
    try await certificates.authority("other")
    try await expectEntry(server.uri(try certificates.client("client", authority: "other"), more: "&no_sanity=1&no_verify=1"))
    let old = try await TLSLibvirtd(certificates, settings: ["tls_priority = \"NORMAL:-VERS-ALL:+VERS-TLS1.2\""])
    try await expectEntry(old.uri(pki))
    try await expectRefusal(old.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL:+VERS-TLS1.3"), "no version or cipher")
    try await expectRefusal(server.uri(pki, more: "&tls_priority=NORMAL:bogus"), "needs a + or -")
    try await expectRefusal(server.uri(pki, more: "&tls_priority=NORMAL:-VERS-ALL"), "no version")
  }

  /// What the server's certificate has against it.
  @Test func wrongServers() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("client", .client)
    try await certificates.authority("other")
    let pki = try certificates.client("client")
    func refuse(
      _ name: String, _ kind: CertificateKind, by authority: String? = "ca", _ hint: String, isAsVirsh: Bool = true
    ) async throws {
      try await certificates.certificate(name, kind, by: authority)
      let server = try await TLSLibvirtd(certificates, name)
      try await expectRefusal(server.uri(pki), hint, isAsVirsh: isAsVirsh)
    }
    try await refuse("expired", .server.expired, "it expired on 2002-01-01")
    try await refuse("early", .server.early, "it is valid from 2040-01-01")
    try await refuse("self", .server, by: nil, "it is signed by itself")
    try await refuse("strange", .server, by: "other", "'CN=Test other' is not a trusted CA; \(pki)/cacert.pem has 'CN=Test ca'")
    try await refuse(
      "named", CertificateKind(lines: ["cn = localhost", "dns_name = other.example", "tls_www_server"]), "it is for other.example")
    // virsh warns only.
    try await refuse(
      "purpose", CertificateKind(lines: ["cn = localhost", "tls_www_client"]), "it was not made for a server", isAsVirsh: false)
    try await certificates.certificate("revoked", .server)
    try await certificates.revocationList("list", of: ["revoked"])
    let server = try await TLSLibvirtd(certificates, "revoked")
    try await expectEntry(server.uri(pki))
    try await expectRefusal(server.uri(try certificates.client("client", revocations: "list")), "its CA has revoked it")
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
    try await expectRefusal(server.uri(try certificates.client("expired")), "'CN=client'", "it expired on 2002-01-01")
    try await expectRefusal(server.uri(try certificates.client("expired"), more: "&no_sanity=1"), "does not accept our certificate")
    try await expectRefusal(server.uri(try certificates.client("strange")), "'CN=Test other' is not a trusted CA")
    let none = try certificates.client(nil)
    try await expectRefusal(server.uri(none), "there is no \(none)/clientcert.pem")
    let pki = try certificates.client("client")
    try await expectRefusal(server.uri("/nonexistent"))
    try certificates.copy("server.key", to: "\(pki)/clientkey.pem")
    try await expectRefusal(server.uri(pki), "is not the key of 'CN=client'")
    try "nothing\n".write(to: "\(pki)/clientkey.pem")
    try await expectRefusal(server.uri(pki), "it is not PEM")
    unlink("\(pki)/clientkey.pem")
    mkdir("\(pki)/clientkey.pem", 0o700)
    try await expectRefusal(server.uri(pki), "\(pki)/clientkey.pem: Is a directory")
    rmdir("\(pki)/clientkey.pem")
    try certificates.copy("client.key", to: "\(pki)/clientkey.pem")
    let choosy = try await TLSLibvirtd(certificates, settings: ["tls_allowed_dn_list = [\"CN=nobody\"]"])
    try await expectRefusal(choosy.uri(pki), "tls_allowed_dn_list")
  }

  @Test func wrongPorts() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server)
    try await certificates.certificate("client", .client)
    let pki = try certificates.client("client")
    let server = try await TLSLibvirtd(certificates)
    let plain = try await ProgramRun.run(SideBySide.program, ["-c", "test+tcp://localhost:\(server.port)/default", "hostname"])
    #expect(plain.status == 1 && plain.errors.contains("error: "))
    let port = try LoopbackPort.findFree()
    let tcp = try await RestartableLibvirtd(
      settings: ["listen_tls = 0", "listen_tcp = 1", "listen_addr = \"127.0.0.1\"", "tcp_port = \"\(port)\"", "auth_tcp = \"none\""],
      ports: [port])
    try await expectRefusal("test+tls://localhost:\(port)/default?pkipath=\(pki)", "it may speak no TLS at this port")
    tcp.kill()
  }

  @Test func nothingIsLeftBehind() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("server", .server.expired)
    try await certificates.certificate("client", .client)
    let pki = try certificates.client("client")
    let wrong = try await TLSLibvirtd(certificates)
    try await certificates.certificate("good", .server)
    let good = try await TLSLibvirtd(certificates, "good")
    let none = try certificates.client(nil)
    for uri in [wrong.uri(pki), good.uri(none), good.uri(pki, host: "127.0.0.2"), good.uri(pki, more: "&tls_priority=SUITEB128")] {
      try await expectNothingOpen { await attempt(uri) }
    }
    // Given up in the middle, and too late for the deadline.
    let silent = try SilentServer()
    defer { silent.stop() }
    let uri = "test+tls://localhost:\(silent.port)/default?pkipath=\(pki)"
    try await expectNothingOpen { await attempt(uri, deadline: .now + .milliseconds(20)) }
    try await expectNothingOpen {
      let task = Task { await attempt(uri) }
      try? await Task.sleep(for: .milliseconds(10))
      task.cancel()
      await task.value
    }
  }

  private func attempt(_ uri: String, deadline: ContinuousClock.Instant? = nil) async {
    let environment = ConnectionEnvironment(variables: [:], effectiveUserID: 0) { access($0, F_OK) == 0 }
    do {
      let uri = try ConnectionURI(parsing: uri)
      let driver = try await RemoteDriver.open(uri, OpenContext(environment: environment, deadline: deadline))
      await driver.close()
      Issue.record("\(uri) was opened")
    } catch {}
  }

  /// Sockets open in this process at TLS ports: other tests run beside this one.
  private func expectNothingOpen(_ body: () async -> Void) async throws {
    await body()
    let before = Self.descriptors()
    for _ in 0..<100 { await body() }
    for _ in 0..<200 where Self.descriptors() > before + 20 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(Self.descriptors() <= before + 20)
  }

  private static func descriptors() -> Int { (3..<4096).count { fcntl(Int32($0), F_GETFD) >= 0 } }
}

/// Takes connections and says nothing.
private final class SilentServer {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    port = try LoopbackPort.findFree()
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    withUnsafePointer(to: &address) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    listen(descriptor, 1024)
  }

  func stop() { close(descriptor) }
}
