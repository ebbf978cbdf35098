import LibvirtProtocol
import NIOSSL

/// Our own certificate and its key.
struct ClientIdentity {
  let chain: [NIOSSLCertificate]
  let key: NIOSSLPrivateKey
  /// Whose it is, fit to be shown.
  let subject: String

  /// Reads both files; throws libvirt's error, with what is wrong beside.
  init(certificate: String, key keyPath: String) throws {
    let text = "Unable to set x509 key and certificate: \(keyPath), \(certificate)"
    let keyBytes = try TLSCredentials.bytes(keyPath, text)
    let bytes = try TLSCredentials.bytes(certificate, text)
    key = try Self.key(keyBytes, keyPath, text)
    let certificates: [KnownCertificate]
    do {
      certificates = try TLSCredentials.certificates(bytes)
      guard !certificates.isEmpty else { throw PEMBlock.Malformed() }
      chain = try certificates.map { try NIOSSLCertificate(bytes: $0.der, format: .der) }
    } catch {
      throw GnuTLSError(error).error(text).noting("\(certificate): \(TLSCredentials.whyUnreadable(bytes, "CERTIFICATE"))")
    }
    subject = certificates[0].subject
    // Only a context knows whether they belong together.
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    configuration.trustRoots = .certificates([])
    configuration.certificateChain = chain.map { .certificate($0) }
    configuration.privateKey = .privateKey(key)
    do { _ = try NIOSSLContext(configuration: configuration) } catch {
      throw GnuTLSError.mismatch.error(text).noting("\(keyPath) is not the key of '\(subject)' in \(certificate)")
    }
  }

  private static func key(_ bytes: [UInt8], _ path: String, _ text: String) throws(LibvirtError) -> NIOSSLPrivateKey {
    let blocks: [PEMBlock]
    do throws(PEMBlock.Malformed) { blocks = try PEMBlock.all(in: bytes) } catch {
      // The headers of an old encrypted key are no Base64.
      guard !isEncrypted(bytes) else { throw encrypted(path, text) }
      throw GnuTLSError.badBase64.error(text).noting("\(path): a block of it is cut off, or not Base64")
    }
    guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
      throw GnuTLSError.noData.error(text).noting("\(path): \(TLSCredentials.whyUnreadable(bytes, "PRIVATE KEY"))")
    }
    guard block.label != "ENCRYPTED PRIVATE KEY" else { throw encrypted(path, text) }
    guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else {
      throw GnuTLSError.badDER.error(text).noting("\(path): the key in it is malformed, or of a kind that is not known here")
    }
    return key
  }

  private static func encrypted(_ path: String, _ text: String) -> LibvirtError {
    GnuTLSError.encrypted.error(text)
      .noting("\(path) is encrypted, and libvirt's own keys are not: decrypt it (openssl pkey), and let only you read it")
  }

  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0a).contains { $0.starts(with: "Proc-Type: 4,ENCRYPTED".utf8) }
  }
}
