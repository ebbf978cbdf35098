import Glibc
import LibvirtProtocol
import NIOCore
import NIOSSL
import Sockets

/// Why there is no TLS connection, in libvirt's words, and beside them what is known of the reason.
enum TLSRefusal {
  /// The server has hung up instead of letting us in.
  static let unconfirmed = SocketFailure.system("Unable to read TLS confirmation", errno: EIO)

  /// The server says that we may not come in.
  static let refused = LibvirtError(.rpc, .rpc, "server verification (of our certificate or IP address) failed")

  /// An established connection broke.
  static func broken(_ error: NIOSSLError) -> LibvirtError {
    LibvirtError(.systemError, .rpc, "Cannot recv data: TLS: \(reason(error) ?? "the connection broke")")
  }

  /// The handshake did not come to its end.
  static func handshake(_ error: any Error, _ witness: TLSWitness) -> LibvirtError {
    if error is IOError || error is ChannelError { return GnuTLSError.broken.handshakeError.noting(silence(witness)) }
    if witness.isForeign == true {
      let text = ForeignText(witness.beginning)
      let isText = ForeignText.canBegin(with: witness.beginning)
      return GnuTLSError.unexpected.handshakeError.noting(
        isText ? "the remote printed text: «\(text.shown)»: \(text.meaning)" : "what answers at this port does not speak TLS")
    }
    guard case NIOSSLError.handshakeFailed(let failure) = error else { return GnuTLSError.ended.handshakeError }
    if failure == .sslError([.eofDuringHandshake]) { return GnuTLSError.ended.handshakeError.noting(silence(witness)) }
    let reason = reason(NIOSSLError.handshakeFailed(failure))
    let isAlert = reason?.hasPrefix("alert ") == true
    let kind: GnuTLSError = isAlert ? .alert : reason == "excessive message size" ? .tooLarge : .unexpected
    return kind.handshakeError.noting(reason.map { isAlert ? "the server says: \($0)" : $0 })
  }

  private static func silence(_ witness: TLSWitness) -> String? {
    guard witness.isForeign == nil else { return "the server broke off in the middle of the handshake: its log may say why" }
    return "the server hung up on our first words: it may speak no TLS at this port (then +tcp), or no version or cipher that we offer"
  }

  /// BoringSSL's words for an error, as `wrong version number`.
  private static func reason(_ error: NIOSSLError) -> String? {
    guard case .handshakeFailed(.sslError(let stack)) = error, let first = stack.first else { return nil }
    let words = first.description
    guard let start = words.firstRange(of: "OPENSSL_internal:")?.upperBound else { return nil }
    let name = words[start...].prefix { $0 != " " }
    let plain = name.hasPrefix("SSLV3_") || name.hasPrefix("TLSV1_") ? name.dropFirst(6) : name
    return plain.lowercased().replacing("_", with: " ")
  }
}
