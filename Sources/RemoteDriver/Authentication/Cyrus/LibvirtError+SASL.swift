import CSASL
import LibvirtProtocol

extension LibvirtError {
  /// A failed negotiation in libvirt's words: `Failed to start SASL negotiation: -4 (SASL(-4): no mechanism available: …)`.
  static func sasl(_ text: String, _ code: CInt, detail: String? = nil) -> LibvirtError {
    LibvirtError(.authFailed, .rpc, "\(text): \(code) (\(detail ?? String(cString: csasl_text(code))))")
  }

  /// A failure of the security layer, in libvirt's words.
  static func saslLayer(_ text: String, _ code: CInt) -> LibvirtError {
    LibvirtError(.internalError, .rpc, "\(text): \(code) (\(String(cString: csasl_text(code))))")
  }

  /// Cyrus SASL is not on this host.
  static var noSASLLibrary: LibvirtError {
    LibvirtError(.authFailed, .rpc, "failed to initialize SASL library: libsasl2.so.2 is not installed")
      .noting("the daemon asks for SASL: install libsasl2-2, and with libsasl2-modules the ways to prove who you are")
  }
}
