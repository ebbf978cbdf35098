import LibvirtProtocol

/// GnuTLS's words for what goes wrong, which libvirt passes on.
enum GnuTLSError: String {
  case badBase64 = "Base64 decoding error."
  case badHeader = "Base64 unexpected header error."
  case badDER = "ASN1 parser: Error in DER parsing."
  case badSignature = "Public key signature verification has failed."
  case unreadable = "Error while reading file."
  case noData = "The requested data were not available."
  case encrypted = "Decryption has failed."
  case mismatch = "The certificate and the given key do not match."
  case ended = "The TLS connection was non-properly terminated."
  case broken = "Error in the pull function."
  case alert = "A TLS fatal alert has been received."
  case tooLarge = "The handshake data size is too large."
  case unexpected = "An unexpected TLS packet was received."

  /// What comes of reading PEM and DER.
  init(_ error: any Error) { self = error is PEMBlock.Malformed ? .badBase64 : .badDER }

  /// libvirt's error with these words behind its own.
  func error(_ text: String) -> LibvirtError { LibvirtError(.systemError, .rpc, "\(text): \(rawValue)") }

  /// The error of a handshake that fails.
  var handshakeError: LibvirtError { LibvirtError(.authFailed, .rpc, "TLS handshake failed \(rawValue)") }
}
