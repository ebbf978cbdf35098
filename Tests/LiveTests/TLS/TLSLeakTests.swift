import Glibc
import TestDaemonKit
import Testing

/// Hundreds of connections over TLS, in vain or not, leave nothing in the process.
@Suite(
  .serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"))
struct TLSLeakTests {
  enum Kind: CaseIterable {
    case good, refusedByUs, refusedByTheServer, noCertificate, plainPort
  }

  @Test(arguments: Kind.allCases) func leavesNothing(_ kind: Kind) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    try await certificates.authority("other")
    try await certificates.certificate("strange", .client, by: "other")
    let port = try LoopbackPort.findFree()
    let server = try await TLSLibvirtd(certificates, settings: ["listen_tcp = 1", "tcp_port = \"\(port)\"", "auth_tcp = \"none\""])
    let pki = try certificates.client("client")
    let uri =
      switch kind {
      case .good: server.uri(pki)
      case .refusedByUs: server.uri(try certificates.client("strange", authority: "other"))
      case .refusedByTheServer: server.uri(try certificates.client("strange"), more: "&no_sanity=1")
      case .noCertificate: server.uri(try certificates.client(nil))
      case .plainPort: "test+tls://localhost:\(port)/default?pkipath=\(pki)"
      }
    try await LeakTests.check(uri, answer: kind == .good ? "test" : nil)
  }
}
