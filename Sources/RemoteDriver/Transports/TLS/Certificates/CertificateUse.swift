import LibvirtProtocol
import X509

/// What a certificate is there for, and whether it allows that: libvirt's checks in libvirt's order and words.
enum CertificateUse: String {
  case authority = "CA"
  case client
  case server

  /// Throws what speaks against a certificate. `name` is its file, or `[session]` for one that the server has sent.
  func check(_ certificate: KnownCertificate, named name: String, now: Moment = .now) throws(CertificateFlaw) {
    try checkDates(certificate, name, now)
    do {
      try checkConstraints(certificate, name)
      try checkKeyUsage(certificate, name)
      try checkPurpose(certificate, name)
    } catch let flaw as CertificateFlaw {
      throw flaw
    } catch {
      throw CertificateFlaw(certificate, "Unable to import \(rawValue) certificate \(name)", "its extensions cannot be read")
    }
  }

  private func checkDates(_ certificate: KnownCertificate, _ name: String, _ now: Moment) throws(CertificateFlaw) {
    if certificate.notAfter < now {
      throw CertificateFlaw(certificate, "The \(rawValue) certificate \(name) has expired", "it expired on \(certificate.notAfter)")
    }
    if certificate.notBefore > now {
      throw CertificateFlaw(
        certificate, "The \(rawValue) certificate \(name) is not yet active",
        "it is valid from \(certificate.notBefore), and by this host's clock it is \(now)")
    }
  }

  private func checkConstraints(_ certificate: KnownCertificate, _ name: String) throws {
    switch (self, try certificate.isAuthority) {
    case (.authority, true?), (.client, false?), (.server, false?), (.client, nil), (.server, nil): break
    case (.authority, false?):
      throw CertificateFlaw(certificate, "The certificate \(name) basic constraints do not show a CA", "it is not a CA's")
    case (.authority, nil):
      throw CertificateFlaw(
        certificate, "The certificate \(name) is missing basic constraints for a CA", "it does not say that it is a CA's")
    case (.client, true?), (.server, true?):
      throw CertificateFlaw(
        certificate, "The certificate \(name) basic constraints show a CA, but we need one for a \(rawValue)",
        "it is a CA's own, not one that the CA has made for a \(rawValue)")
    }
  }

  /// A key usage that is not marked critical is only advice.
  private func checkKeyUsage(_ certificate: KnownCertificate, _ name: String) throws {
    let extensions = certificate.certificate.extensions
    guard let usage = try extensions.keyUsage, extensions[oid: [2, 5, 29, 15]]?.critical == true else { return }
    func refuse(_ what: String) -> CertificateFlaw {
      CertificateFlaw(certificate, "Certificate \(name) usage does not permit \(what)", "its key usage has no \(what)")
    }
    if self == .authority {
      if !usage.keyCertSign { throw refuse("certificate signing") }
    } else if !usage.digitalSignature {
      throw refuse("digital signature")
    } else if !usage.keyEncipherment {
      throw refuse("key encipherment")
    }
  }

  /// libvirt takes a server's certificate with another purpose that is not marked critical, and so any client for a server.
  /// That is refused here; of our own certificate it is the server that decides.
  private func checkPurpose(_ certificate: KnownCertificate, _ name: String) throws {
    let extensions = certificate.certificate.extensions
    guard self != .authority, let purposes = try extensions.extendedKeyUsage else { return }
    guard !purposes.contains(.any), !purposes.contains(self == .server ? .serverAuth : .clientAuth) else { return }
    guard self == .server || extensions[oid: [2, 5, 29, 37]]?.critical == true else { return }
    throw CertificateFlaw(
      certificate, "Certificate \(name) purpose does not allow use for with a TLS \(rawValue)", "it was not made for a \(rawValue)")
  }
}

/// What is wrong with a certificate.
struct CertificateFlaw: Error, Sendable {
  /// libvirt's words.
  let message: String
  /// Whose certificate it is, and what is wrong, for the user.
  let explanation: String

  init(_ certificate: KnownCertificate, _ message: String, _ reason: String) {
    self.message = message
    explanation = "the certificate of '\(certificate.subject)', issued by '\(certificate.issuer)': \(reason)"
  }
}
