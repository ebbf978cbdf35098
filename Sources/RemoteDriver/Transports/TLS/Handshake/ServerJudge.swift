import LibvirtProtocol
import NIOCore
import NIOSSL
import Synchronization

/// Decides whether a server is the one that is meant, by the certificates that it sends, and remembers why not.
final class ServerJudge: Sendable {
  private let name: ServerName
  private let trust: CertificateTrust
  private let priority: TLSPriority
  /// Those behind them are not looked at: each is parsed, and its signature tried, before anything is known of the server.
  private static let mostCertificates = 16

  private let verdict = Mutex<LibvirtError?>(nil)

  init(_ name: ServerName, _ trust: CertificateTrust, _ priority: TLSPriority) {
    self.name = name
    self.trust = trust
    self.priority = priority
  }

  /// Why the server was turned away; nil when it was not.
  var refusal: LibvirtError? { verdict.withLock(\.self) }

  /// Looks at the certificates away from the event loop, and tells it the result.
  func judge(_ certificates: [NIOSSLCertificate], _ result: EventLoopPromise<NIOSSLVerificationResult>) {
    Task {
      do throws(CertificateFlaw) {
        try await check(certificates)
        result.succeed(.certificateVerified)
      } catch {
        verdict.withLock { $0 = Self.refusal(error) }
        result.succeed(.failed)
      }
    }
  }

  private func check(_ presented: [NIOSSLCertificate]) async throws(CertificateFlaw) {
    var certificates: [KnownCertificate] = []
    for certificate in presented.prefix(Self.mostCertificates) {
      do { certificates.append(try KnownCertificate(der: certificate.toDERBytes())) } catch {
        let reason = ForeignText("\(error)".utf8).shown
        throw CertificateFlaw(unreadable: "its certificate cannot be read: \(reason)")
      }
    }
    guard let leaf = certificates.first else { throw CertificateFlaw(unreadable: "it has sent no certificate") }
    try await trust.check(certificates)
    guard let isMeant = try? name.isIn(leaf, allowingWildcards: priority.allowsWildcards), isMeant else {
      throw CertificateFlaw(
        leaf, "Certificate [session] owner does not match the hostname \(name.name)",
        name.difference(from: leaf))
    }
    try CertificateUse.server.check(leaf, named: "[session]")
  }

  private static func refusal(_ flaw: CertificateFlaw) -> LibvirtError {
    LibvirtError(.authFailed, .rpc, "Failed to verify peer's certificate").noting("the server is not trusted: \(flaw.explanation)")
  }
}

extension CertificateFlaw {
  /// Of certificates of which nothing more can be said.
  fileprivate init(unreadable reason: String) {
    message = "Unable to import certificate"
    explanation = reason
  }
}
