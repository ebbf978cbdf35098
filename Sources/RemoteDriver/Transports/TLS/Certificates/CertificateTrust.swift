import SwiftASN1
import X509

/// Whether a certificate can be traced to a CA that is trusted, with nothing on the way that speaks against it.
struct CertificateTrust: Sendable {
  let authorities: [KnownCertificate]
  /// The file that they are from.
  let source: String
  var revocations: [RevocationList] = []
  /// The security that the keys on the way must offer.
  var strength = KeyStrength.low

  /// More intermediate CAs than this are not followed.
  private static let greatestDepth = 8

  /// Throws what speaks against the first of the certificates; those behind it may be of intermediate CAs.
  func check(_ presented: [KnownCertificate], now: Moment = .now) async throws(CertificateFlaw) {
    guard let leaf = presented.first else { return }
    let path = try path(from: leaf, through: presented.dropFirst())
    for certificate in path.dropLast() where certificate.certificate.signatureAlgorithm == .sha1WithRSAEncryption {
      throw Self.flaw(certificate, .insecure, "it is signed with SHA-1, which can be forged")
    }
    for certificate in path where !strength.admits(certificate) {
      throw Self.flaw(certificate, .insecure, "its key of \(certificate.keyBits) bits is too short for the TLS priority")
    }
    for (certificate, issuer) in zip(path, path.dropFirst()) {
      guard let date = revocations.lazy.compactMap({ $0.revocation(of: certificate, by: issuer) }).first else { continue }
      throw Self.flaw(certificate, .revoked, "its CA has revoked it on \(date)")
    }
    for certificate in path {
      if certificate.notAfter < now { throw Self.flaw(certificate, .untrusted, "it expired on \(certificate.notAfter)") }
      if certificate.notBefore > now {
        throw Self.flaw(
          certificate, .untrusted, "it is valid from \(certificate.notBefore), and by this host's clock it is \(now)")
      }
    }
    try await checkRules(path)
  }

  /// From the certificate to one that is trusted, each signed by the next.
  private func path(
    from leaf: KnownCertificate, through others: ArraySlice<KnownCertificate>
  ) throws(CertificateFlaw) -> [KnownCertificate] {
    var path = [leaf]
    while let last = path.last, !authorities.contains(last) {
      if let root = authorities.first(where: { last.isSigned(by: $0) }) { return path + [root] }
      let next = others.first { !path.contains($0) && (try? $0.isAuthority) == true && last.isSigned(by: $0) }
      guard let next, path.count <= Self.greatestDepth else { throw Self.flaw(leaf, .unknownIssuer, whyUnknown(last)) }
      path.append(next)
    }
    return path
  }

  private func whyUnknown(_ last: KnownCertificate) -> String {
    if authorities.contains(where: { $0.certificate.subject == last.certificate.issuer }) {
      return "a CA in \(source) has the name '\(last.issuer)', but this is not its signature"
    }
    let trusted = authorities.prefix(3).map { "'\($0.subject)'" }.joined(separator: ", ")
    let known = authorities.isEmpty ? "there is no CA in \(source)" : "\(source) has \(trusted)\(authorities.count > 3 ? ", …" : "")"
    if last.certificate.issuer == last.certificate.subject { return "it is signed by itself, by no CA; \(known)" }
    return "'\(last.issuer)' is not a trusted CA; \(known)"
  }

  /// The rules of RFC 5280 that remain: lengths of paths, constraints on names, critical extensions that nobody knows.
  private func checkRules(_ path: [KnownCertificate]) async throws(CertificateFlaw) {
    guard let leaf = path.first, let root = path.last else { return }
    var verifier = Verifier(rootCertificates: CertificateStore([root.certificate])) {
      RFC5280Policy()
      KnownExtensions()
    }
    let result = await verifier.validate(
      leaf: leaf.certificate, intermediates: CertificateStore(path.dropFirst().dropLast().map(\.certificate)))
    guard case .couldNotValidate(let failures) = result else { return }
    let reason = failures.first.map { ForeignText("\($0.policyFailureReason)".utf8).shown }
    throw Self.flaw(leaf, .untrusted, reason ?? "it has a critical extension that is unknown here")
  }

  private static func flaw(_ certificate: KnownCertificate, _ status: TrustStatus, _ reason: String) -> CertificateFlaw {
    CertificateFlaw(certificate, status.rawValue, reason)
  }
}

/// libvirt's words for what GnuTLS finds.
enum TrustStatus: String {
  case untrusted = "The certificate is not trusted."
  case unknownIssuer = "The certificate hasn't got a known issuer."
  case revoked = "The certificate has been revoked."
  case insecure = "The certificate uses an insecure algorithm"
}

/// The extensions that are dealt with elsewhere: names and purposes.
private struct KnownExtensions: VerifierPolicy {
  let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [[2, 5, 29, 17], [2, 5, 29, 37]]

  func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult { .meetsPolicy }
}

extension KnownCertificate {
  /// Whether another certificate's key has made the signature of this one.
  func isSigned(by issuer: KnownCertificate) -> Bool {
    certificate.issuer == issuer.certificate.subject
      && issuer.certificate.publicKey.isValidSignature(certificate.signature, for: certificate)
  }
}
