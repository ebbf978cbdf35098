import SwiftASN1
import X509

/// A CA's list of the certificates that it has revoked (RFC 5280, 5.1).
struct RevocationList: Sendable {
  /// Who has made it.
  let issuer: DistinguishedName
  let thisUpdate: Moment
  /// When there should be a newer one; nil when it does not say.
  let nextUpdate: Moment?
  private let revoked: [ArraySlice<UInt8>: Moment]
  private let signed: ArraySlice<UInt8>
  private let algorithm: ASN1ObjectIdentifier
  private let signature: ArraySlice<UInt8>

  /// Reads a list in DER.
  init(der: [UInt8]) throws {
    let parts = try DER.parse(der).children
    guard parts.count == 3, let algorithm = parts[1].children.first else { throw Self.malformed }
    self.algorithm = try ASN1ObjectIdentifier(derEncoded: algorithm)
    signature = try ASN1BitString(derEncoded: parts[2]).bytes
    signed = parts[0].encodedBytes
    var fields = parts[0].children[...]
    // The version is optional, the inner algorithm only repeats the outer.
    if fields.first?.identifier == .integer { fields = fields.dropFirst() }
    guard fields.count >= 3, fields.removeFirst().identifier == .sequence else { throw Self.malformed }
    issuer = try DistinguishedName(derEncoded: fields.removeFirst())
    thisUpdate = try Moment(fields.removeFirst())
    if let next = fields.first, next.identifier == .utcTime || next.identifier == .generalizedTime {
      nextUpdate = try Moment(fields.removeFirst())
    } else {
      nextUpdate = nil
    }
    var revoked: [ArraySlice<UInt8>: Moment] = [:]
    if let list = fields.first, list.identifier == .sequence, case .constructed(let entries) = list.content {
      for entry in entries {
        let fields = entry.children
        guard fields.count >= 2, fields[0].identifier == .integer, let serial = fields[0].primitive else { throw Self.malformed }
        revoked[Self.normal(serial)] = try Moment(fields[1])
      }
    }
    self.revoked = revoked
  }

  /// When the issuer has revoked a certificate; nil when it has not, or has not made this list.
  func revocation(of certificate: KnownCertificate, by issuer: KnownCertificate) -> Moment? {
    guard self.issuer == issuer.certificate.subject else { return nil }
    return revoked[Self.normal(certificate.certificate.serialNumber.bytes)]
  }

  /// Whether a CA's key has made the signature of the list.
  func isSigned(by authority: KnownCertificate) -> Bool {
    guard issuer == authority.certificate.subject, let algorithm = Self.algorithms[algorithm] else { return false }
    return authority.certificate.publicKey.isValidSignature(signature, for: signed, signatureAlgorithm: algorithm)
  }

  /// A number without the zeros in front of it, in an index space of its own.
  private static func normal(_ serial: ArraySlice<UInt8>) -> ArraySlice<UInt8> { Array(serial.drop { $0 == 0 })[...] }

  private static var malformed: ASN1Error { .invalidASN1Object(reason: "not a certificate revocation list") }

  private static let algorithms: [ASN1ObjectIdentifier: Certificate.SignatureAlgorithm] = [
    [1, 2, 840, 10045, 4, 3, 2]: .ecdsaWithSHA256, [1, 2, 840, 10045, 4, 3, 3]: .ecdsaWithSHA384,
    [1, 2, 840, 10045, 4, 3, 4]: .ecdsaWithSHA512, [1, 2, 840, 113_549, 1, 1, 5]: .sha1WithRSAEncryption,
    [1, 2, 840, 113_549, 1, 1, 11]: .sha256WithRSAEncryption, [1, 2, 840, 113_549, 1, 1, 12]: .sha384WithRSAEncryption,
    [1, 2, 840, 113_549, 1, 1, 13]: .sha512WithRSAEncryption, [1, 3, 101, 112]: .ed25519,
  ]
}
