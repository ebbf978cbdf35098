import NIOSSL
import SwiftASN1
import X509

/// A certificate with what is asked about it.
struct KnownCertificate: Sendable, Hashable {
  let certificate: Certificate
  let der: [UInt8]
  let notBefore: Moment
  let notAfter: Moment
  /// The bits of its key, as far as it is of a kind that we know: the modulus of RSA, the field of a curve.
  let keyBits: Int
  /// Whether the key is RSA's.
  let isRSA: Bool

  /// Reads a certificate; throws for malformed DER, and for algorithms that are not to be had.
  init(der: [UInt8]) throws {
    certificate = try Certificate(derEncoded: der)
    self.der = der
    // version [0]?, serial, signature, issuer, validity, subject, key
    let fields = try DER.parse(certificate.tbsCertificateBytes).children.drop { $0.identifier.tagClass == .contextSpecific }
    guard fields.count > 5 else { throw ASN1Error.invalidASN1Object(reason: "not a certificate") }
    let validity = fields[fields.startIndex + 3].children
    guard validity.count == 2 else { throw ASN1Error.invalidASN1Object(reason: "no validity") }
    notBefore = try Moment(validity[0])
    notAfter = try Moment(validity[1])
    (keyBits, isRSA) = try Self.strength(of: fields[fields.startIndex + 5])
  }

  /// The subject, fit to be shown.
  var subject: String { Self.shown(certificate.subject) }

  /// The issuer, fit to be shown.
  var issuer: String { Self.shown(certificate.issuer) }

  /// Whether it says that it is one of a CA's; nil when it says nothing. Throws when that cannot be read.
  var isAuthority: Bool? {
    get throws {
      switch try certificate.extensions.basicConstraints {
      case .isCertificateAuthority: true
      case .notCertificateAuthority: false
      case nil: nil
      }
    }
  }

  static func shown(_ name: DistinguishedName) -> String {
    let text = ForeignText("\(name)".utf8).shown
    return text.isEmpty ? "(no name)" : text
  }

  private static func strength(of key: ASN1Node) throws -> (bits: Int, isRSA: Bool) {
    let fields = key.children
    guard fields.count == 2, let algorithm = fields[0].children.first else { return (0, false) }
    let bytes = try ASN1BitString(derEncoded: fields[1]).bytes
    if try ASN1ObjectIdentifier(derEncoded: algorithm) == [1, 2, 840, 113_549, 1, 1, 1] {
      let modulus = try DER.parse(bytes).children.first?.primitive?.drop { $0 == 0 } ?? []
      return (modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0), true)
    }
    switch bytes.count {
    case 133: return (521, false)
    case 97: return (384, false)
    // P-256, and Curve25519.
    default: return (256, false)
    }
  }
}
