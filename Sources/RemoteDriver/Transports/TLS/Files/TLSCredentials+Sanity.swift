import Files
import Glibc
import LibvirtProtocol
import Sockets

extension TLSCredentials {
  /// Throws libvirt's errors for files that will not do, in its order: our certificate alone, then the CAs. Whether both go together
  /// is still to be resolved.
  static func sanity(of files: TLSFiles) throws -> OwnDoubt? {
    var own: KnownCertificate?
    if let bytes = try sanityBytes(files.certificate) {
      own = try? certificates(bytes).first
      guard own != nil else {
        throw LibvirtError(.systemError, .rpc, "Unable to import client certificate \(files.certificate)")
          .noting(whyUnreadable(bytes, "CERTIFICATE"))
      }
    }
    var authorities: [KnownCertificate] = []
    if let bytes = try sanityBytes(files.authorities) {
      authorities = (try? certificates(bytes)) ?? []
      guard !authorities.isEmpty else {
        throw LibvirtError(.systemError, .rpc, "Unable to import CA certificate list \(files.authorities)")
          .noting(whyUnreadable(bytes, "CERTIFICATE"))
      }
    }
    do throws(CertificateFlaw) {
      if let own { try CertificateUse.client.check(own, named: files.certificate) }
      for authority in authorities { try CertificateUse.authority.check(authority, named: files.authorities) }
    } catch {
      throw LibvirtError(.systemError, .rpc, error.message).noting(error.explanation)
    }
    guard let own, !authorities.isEmpty else { return nil }
    return OwnDoubt(own: own, authorities: authorities, files: files)
  }

  /// A file's content; nil where it is not there or not for us, which is told later.
  private static func sanityBytes(_ path: String) throws -> [UInt8]? {
    do throws(FileFailure) {
      return try FileContents.read(path, limit: TLSFiles.certificateLimit)
    } catch {
      guard error.errno != ENOENT, error.errno != EACCES, error.errno != ENOTDIR else { return nil }
      throw SocketFailure.system("Failed to read file '\(path)'", errno: error.errno)
    }
  }
}

/// Whether our own certificate will pass with the CAs that we trust, as the server's will have to.
struct OwnDoubt: Sendable {
  let own: KnownCertificate
  let authorities: [KnownCertificate]
  let files: TLSFiles

  /// Throws libvirt's error when it will not.
  func resolve() async throws {
    do throws(CertificateFlaw) { try await CertificateTrust(authorities: authorities, source: files.authorities).check([own]) } catch {
      throw LibvirtError(
        .systemError, .rpc,
        "Our own certificate \(files.certificate) failed validation against \(files.authorities): \(error.message)"
      ).noting(error.explanation)
    }
  }
}
