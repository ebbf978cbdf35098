/// The ciphers of TLS 1.2 that are to be had here, in GnuTLS's parts and with OpenSSL's names.
struct TLSCipher: Hashable, Sendable {
  /// How keys are exchanged: `ECDHE-RSA`, `ECDHE-ECDSA`, `RSA`.
  let exchange: String
  /// `AES-128-GCM` and the like.
  let cipher: String
  /// `AEAD`, or the digest.
  let mac: String
  /// OpenSSL's name.
  let name: String

  /// All, best first.
  static let all: [TLSCipher] = [
    TLSCipher("ECDHE-ECDSA", "AES-256-GCM", "AEAD", "ECDHE-ECDSA-AES256-GCM-SHA384"),
    TLSCipher("ECDHE-RSA", "AES-256-GCM", "AEAD", "ECDHE-RSA-AES256-GCM-SHA384"),
    TLSCipher("ECDHE-ECDSA", "CHACHA20-POLY1305", "AEAD", "ECDHE-ECDSA-CHACHA20-POLY1305"),
    TLSCipher("ECDHE-RSA", "CHACHA20-POLY1305", "AEAD", "ECDHE-RSA-CHACHA20-POLY1305"),
    TLSCipher("ECDHE-ECDSA", "AES-128-GCM", "AEAD", "ECDHE-ECDSA-AES128-GCM-SHA256"),
    TLSCipher("ECDHE-RSA", "AES-128-GCM", "AEAD", "ECDHE-RSA-AES128-GCM-SHA256"),
    TLSCipher("ECDHE-ECDSA", "AES-256-CBC", "SHA1", "ECDHE-ECDSA-AES256-SHA"),
    TLSCipher("ECDHE-RSA", "AES-256-CBC", "SHA1", "ECDHE-RSA-AES256-SHA"),
    TLSCipher("ECDHE-ECDSA", "AES-128-CBC", "SHA1", "ECDHE-ECDSA-AES128-SHA"),
    TLSCipher("ECDHE-RSA", "AES-128-CBC", "SHA1", "ECDHE-RSA-AES128-SHA"),
    TLSCipher("RSA", "AES-256-GCM", "AEAD", "AES256-GCM-SHA384"),
    TLSCipher("RSA", "AES-128-GCM", "AEAD", "AES128-GCM-SHA256"),
    TLSCipher("RSA", "AES-256-CBC", "SHA1", "AES256-SHA"),
    TLSCipher("RSA", "AES-128-CBC", "SHA1", "AES128-SHA"),
  ]

  /// The ciphers of TLS 1.3; they are all offered, or that version is not.
  static let newest: Set<String> = ["AES-256-GCM", "CHACHA20-POLY1305", "AES-128-GCM"]

  private init(_ exchange: String, _ cipher: String, _ mac: String, _ name: String) {
    self.exchange = exchange
    self.cipher = cipher
    self.mac = mac
    self.name = name
  }
}
