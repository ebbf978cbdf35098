import ConnectionURI
import Glibc

/// Where the certificates and the key for TLS are.
///
/// `pkipath=` names one folder for all. Else an ordinary user's own files in ~/.pki/libvirt come first, each where it is present
/// but the certificate and its key only as a pair; the rest is the system's.
struct TLSFiles: Sendable, Hashable {
  /// The certificates of the CAs that are trusted.
  let authorities: String
  /// Their revocation lists.
  let revocations: String
  /// Our own certificate, behind it those of intermediate CAs.
  let certificate: String
  /// The private key of our own certificate.
  let key: String
  /// Where else a certificate of ours could be.
  let otherCertificates: [String]

  /// What libvirt reads at most of a certificate's file, in bytes.
  static let certificateLimit = 1 << 16
  /// More than a revocation list of any CA, in bytes.
  static let revocationLimit = 1 << 26

  init(pkiPath: String?, environment: ConnectionEnvironment) {
    if let pkiPath {
      authorities = "\(pkiPath)/cacert.pem"
      revocations = "\(pkiPath)/cacrl.pem"
      certificate = "\(pkiPath)/clientcert.pem"
      key = "\(pkiPath)/clientkey.pem"
      otherCertificates = []
      return
    }
    let system = "/etc/pki"
    let systemCertificate = "\(system)/libvirt/clientcert.pem"
    let user = environment.effectiveUserID == 0 ? nil : environment["HOME"].map { "\($0)/.pki/libvirt" }
    func own(_ name: String, or standard: String) -> String {
      user.map { "\($0)/\(name)" }.flatMap { Self.exists($0) ? $0 : nil } ?? standard
    }
    authorities = own("cacert.pem", or: "\(system)/CA/cacert.pem")
    revocations = own("cacrl.pem", or: "\(system)/CA/cacrl.pem")
    if let user, Self.exists("\(user)/clientcert.pem"), Self.exists("\(user)/clientkey.pem") {
      certificate = "\(user)/clientcert.pem"
      key = "\(user)/clientkey.pem"
      otherCertificates = []
    } else {
      certificate = systemCertificate
      key = "\(system)/libvirt/private/clientkey.pem"
      otherCertificates = user.map { ["\($0)/clientcert.pem"] } ?? []
    }
  }

  /// Whether something is at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
