import Files
import Glibc
import LibvirtProtocol
import NIOCore
import NIOSSL
import Sockets

/// What the files for TLS hold, checked as libvirt checks them.
struct TLSCredentials: Sendable {
  /// The CAs that are trusted.
  let authorities: [KnownCertificate]
  let revocations: [RevocationList]
  /// Our own certificate, behind it those of intermediate CAs; empty where we have none.
  private(set) var chain: [NIOSSLCertificate] = []
  private(set) var key: NIOSSLPrivateKey?
  /// Whose certificate ours is, and where; nil where we have none.
  private(set) var identity: (subject: String, path: String)?
  /// What is not as it should be, and no reason to give up.
  private(set) var warnings: [String] = []

  /// Reads the files on a thread where nobody else waits, until `deadline` at the latest. `isSane` leaves no doubt unspoken before
  /// anything is sent; without it only what can't be read is an error.
  static func load(_ files: TLSFiles, isSane: Bool, by deadline: ContinuousClock.Instant?) async throws -> TLSCredentials {
    let eventLoop = SocketEventLoops.group.next()
    let (doubt, credentials) = try await SlowWork.outcome(on: eventLoop) {
      (try isSane ? sanity(of: files) : nil, Result { try TLSCredentials(files) })
    } mayEnd: { promise in
      guard let deadline else { return }
      let bound = eventLoop.scheduleTask(deadline: NIODeadline(deadline)) {
        promise.fail(LibvirtError(.operationTimeout, .rpc, "the files for TLS were not read in time"))
      }
      promise.futureResult.whenComplete { _ in bound.cancel() }
    }
    try await doubt?.resolve()
    return try credentials.get()
  }

  private init(_ files: TLSFiles) throws {
    guard TLSFiles.exists(files.authorities) else {
      throw SocketFailure.system("Cannot read CA certificate '\(files.authorities)'", errno: ENOENT)
    }
    authorities = try Self.authorities(files.authorities)
    revocations = try Self.revocations(files.revocations, authorities)
    let now = Moment.now
    for list in revocations {
      if let next = list.nextUpdate, next < now { warnings.append("the revocation list \(files.revocations) is out of date since \(next)") }
      if list.thisUpdate > now { warnings.append("the revocation list \(files.revocations) is from \(list.thisUpdate), which is to come") }
    }
    // Without both the server decides whether it wants one.
    guard TLSFiles.exists(files.certificate), TLSFiles.exists(files.key) else { return }
    let pair = try ClientIdentity(certificate: files.certificate, key: files.key)
    chain = pair.chain
    key = pair.key
    identity = (pair.subject, files.certificate)
  }

  private static func authorities(_ path: String) throws -> [KnownCertificate] {
    let text = "Unable to set x509 CA certificate: \(path)"
    let bytes = try Self.bytes(path, text)
    do {
      return try certificates(bytes)
    } catch {
      let error: GnuTLSError = error is PEMBlock.Malformed ? .badHeader : .badDER
      throw error.error(text).noting(whyUnreadable(bytes, "CERTIFICATE"))
    }
  }

  private static func revocations(_ path: String, _ authorities: [KnownCertificate]) throws -> [RevocationList] {
    guard TLSFiles.exists(path) else { return [] }
    let text = "Unable to set x509 certificate revocation list: \(path)"
    let bytes = try Self.bytes(path, text)
    let lists: [RevocationList]
    do {
      let blocks = try PEMBlock.all(in: bytes).filter { $0.label == "X509 CRL" }
      guard !blocks.isEmpty else { throw PEMBlock.Malformed() }
      lists = try blocks.map { try RevocationList(der: $0.bytes) }
    } catch {
      throw GnuTLSError(error).error(text).noting(whyUnreadable(bytes, "X509 CRL"))
    }
    for list in lists {
      let makers = authorities.filter { $0.certificate.subject == list.issuer }
      guard !makers.isEmpty, !makers.contains(where: { list.isSigned(by: $0) }) else { continue }
      throw GnuTLSError.badSignature.error(text)
        .noting("it says that '\(KnownCertificate.shown(list.issuer))' has made it, but this is not its signature")
    }
    return lists
  }

  static func bytes(_ path: String, _ text: String) throws(LibvirtError) -> [UInt8] {
    do throws(FileFailure) { return try FileContents.read(path, limit: TLSFiles.revocationLimit) } catch {
      throw GnuTLSError.unreadable.error(text).noting("\(path): \(error)")
    }
  }

  /// The certificates of a file. Throws at the first that is malformed.
  static func certificates(_ bytes: [UInt8]) throws -> [KnownCertificate] {
    try PEMBlock.all(in: bytes).filter { labels.contains($0.label) }.map { try KnownCertificate(der: $0.bytes) }
  }

  private static let labels: Set<String> = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"]

  /// What a file is instead of PEM with a block of this label.
  static func whyUnreadable(_ bytes: [UInt8], _ label: String) -> String {
    guard let blocks = try? PEMBlock.all(in: bytes) else { return "a block of it is cut off, or not Base64" }
    if bytes.isEmpty { return "it is empty" }
    if bytes.first == 0x30 { return "it is DER, not PEM: convert it (openssl x509 -inform der)" }
    guard let other = blocks.first else { return "it is not PEM: there is no line -----BEGIN \(label)-----" }
    guard blocks.contains(where: { $0.label == label }) else {
      return "there is no \(label) in it, but '\(ForeignText(other.label.utf8).shown)'"
    }
    return "what is between the lines is malformed, or its algorithm is not known here"
  }
}
