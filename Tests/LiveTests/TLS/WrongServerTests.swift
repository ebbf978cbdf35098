import Glibc
import TestDaemonKit
import Testing

/// What speaks against a server's certificate: each reason has words of its own, under those that virsh has for all.
@Suite(
  .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct WrongServerTests {
  struct WrongServer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: CertificateKind
    var authority: String? = "ca"
    let hint: String
    /// Whether virsh does not let it in either.
    var isAsVirsh = true
  }

  private static let localhost = ["cn = localhost", "dns_name = localhost"]

  static let servers: [WrongServer] = [
    WrongServer(testDescription: "expired", kind: .server.expired, hint: "it expired on 2002-01-01 00:00 UTC"),
    WrongServer(testDescription: "not yet valid", kind: .server.early, hint: "it is valid from 2040-01-01 00:00 UTC"),
    WrongServer(testDescription: "self-signed", kind: .server, authority: nil, hint: "it is signed by itself, by no CA"),
    WrongServer(testDescription: "wrong CA", kind: .server, authority: "other", hint: "'CN=Test other' is not a trusted CA"),
    WrongServer(
      testDescription: "wrong host name", kind: CertificateKind(lines: ["cn = localhost", "dns_name = other.example", "tls_www_server"]),
      hint: "it is for other.example, not for localhost"),
    WrongServer(
      testDescription: "address only", kind: CertificateKind(lines: ["cn = localhost", "ip_address = 127.0.0.1", "tls_www_server"]),
      hint: "it is for 127.0.0.1, not for localhost"),
    // virsh warns only.
    WrongServer(
      testDescription: "no server usage", kind: CertificateKind(lines: localhost + ["tls_www_client"]),
      hint: "it was not made for a server", isAsVirsh: false),
  ]

  @Test(arguments: servers) func isNotTrusted(_ wrong: WrongServer) async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("client", .client)
    if wrong.authority == "other" { try await certificates.authority("other") }
    try await certificates.certificate("server", wrong.kind, by: wrong.authority)
    let server = try await TLSLibvirtd(certificates)
    let uri = server.uri(try certificates.client("client"))
    if wrong.isAsVirsh {
      try await TLSOutcome.expectRefusal(uri, "the server is not trusted: ", wrong.hint)
    } else {
      let ours = try await ProgramRun.run(SideBySide.program, ["-c", uri, "hostname"])
      #expect(ours.status == 4 && ours.errors.contains("Failed to verify peer's certificate\n") && ours.errors.contains(wrong.hint))
    }
  }

  @Test func eachReasonHasItsOwnWords() {
    #expect(Set(Self.servers.map(\.hint)).count == Self.servers.count)
  }

  @Test func addressesAndNamesAreFound() async throws {
    let certificates = try await CertificateFolder()
    try await certificates.certificate("client", .client)
    try await certificates.certificate("server", CertificateKind(lines: ["cn = x", "ip_address = 127.0.0.1", "tls_www_server"]))
    let pki = try certificates.client("client")
    let server = try await TLSLibvirtd(certificates)
    try await TLSOutcome.expectEntry(server.uri(pki, host: "127.0.0.1"))
    // Another address of this host, at which nobody listens under that name.
    try await TLSOutcome.expectRefusal(server.uri(pki), "it is for 127.0.0.1, not for localhost")
    try await certificates.certificate("named", CertificateKind(lines: Self.localhost + ["tls_www_server"]))
    let named = try await TLSLibvirtd(certificates, "named")
    try await TLSOutcome.expectEntry(named.uri(pki))
    try await TLSOutcome.expectRefusal(named.uri(pki, host: "127.0.0.1"), "it is for localhost, but not for the IP address 127.0.0.1")
  }

  @Test func revoked() async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    try await certificates.revocationList("list", of: ["server"])
    try await certificates.revocationList("other", of: ["client"])
    let server = try await TLSLibvirtd(certificates)
    try await TLSOutcome.expectEntry(server.uri(try certificates.client("client")))
    try await TLSOutcome.expectRefusal(server.uri(try certificates.client("client", revocations: "list")), "its CA has revoked it on ")
    try await TLSOutcome.expectEntry(server.uri(try certificates.client("client", revocations: "other")))
  }

  /// More than 5 MB, as a CA of many years has it.
  @Test(.enabled(if: access(CertificateFolder.openssl, X_OK) == 0, "needs openssl")) func longRevocationLists() async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    try await certificates.longRevocationList("long", count: 150_000)
    try await certificates.longRevocationList("with", count: 150_000, with: "server")
    #expect(certificates.file("long.pem").contents.utf8.count > 5 << 20)
    let server = try await TLSLibvirtd(certificates)
    try await TLSOutcome.expectEntry(server.uri(try certificates.client("client", revocations: "long")))
    let uri = server.uri(try certificates.client("client", revocations: "with"))
    try await TLSOutcome.expectRefusal(uri, "its CA has revoked it on 2025-01-01")
    // It is not read to its end by who has no time.
    await #expect(throws: (any Error).self) { try await SASLLibvirtd.open(uri, deadline: .now + .milliseconds(1)) }
  }

  /// Nothing of what a certificate says moves a cursor, colours a screen or turns the text around.
  @Test func certificatesReachNoTerminal() async throws {
    let evil = "\u{1b}[31m\u{1b}]0;owned\u{7}\u{9b}2Jred\u{202e}back\u{2066}\u{200f}\u{7f}\u{8}"
    let certificates = try await CertificateFolder()
    try await certificates.certificate("client", CertificateKind(lines: ["cn = \"\(evil)client\"", "tls_www_client"]))
    let pki = try certificates.client("client")
    let lines = ["cn = \"\(evil)localhost\"", "o = \"\(evil)\"", "tls_www_server"]
    var uris: [String] = []
    var servers: [TLSLibvirtd] = []
    for (name, lines, authority) in [
      ("self", lines, nil), ("named", lines + ["dns_name = \"\u{1b}[31m\u{7}red.\u{8}x\""], "ca"), ("common", lines, "ca"),
    ] as [(String, [String], String?)] {
      try await certificates.certificate(name, CertificateKind(lines: lines), by: authority)
      servers.append(try await TLSLibvirtd(certificates, name))
      uris.append(servers[servers.count - 1].uri(pki))
    }
    try await certificates.certificate("server", .server)
    let choosy = try await TLSLibvirtd(certificates, settings: ["tls_allowed_dn_list = [\"CN=nobody\"]"])
    uris.append(choosy.uri(pki))
    for uri in uris {
      let both = try SideBySide(uri: uri)
      defer { both.remove() }
      let runs = [
        try await both.act("hostname"), try await ProgramRun.run(SideBySide.program, ["-c", uri, "hostname"]),
        try await ProgramRun.run(SideBySide.program, ["-c", "test:///default", "connect --verbose '\(uri)'"]),
      ]
      for run in runs {
        #expect(run.status != 0)
        let bad = (run.output + run.errors).unicodeScalars.filter { scalar in
          let category = scalar.properties.generalCategory
          return (category == .control && scalar != "\n") || category == .format
        }
        #expect(bad.isEmpty, "\(uri): \(bad.map { String($0.value, radix: 16) })")
      }
      #expect(runs[1].errors.contains("red") && !runs[1].errors.contains("[31m"), "\(runs[1].errors)")
    }
  }
}
