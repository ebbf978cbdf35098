/// How long keys must be, after GnuTLS's security levels.
enum KeyStrength: Int, Sendable, Comparable {
  case low, medium, high, ultra, future

  static func < (one: KeyStrength, other: KeyStrength) -> Bool { one.rawValue < other.rawValue }

  func admits(_ certificate: KnownCertificate) -> Bool {
    let (rsa, curve) =
      switch self {
      case .low: (1008, 160)
      case .medium: (2048, 224)
      case .high: (3072, 256)
      case .ultra: (8192, 384)
      case .future: (15360, 512)
      }
    return certificate.keyBits >= (certificate.isRSA ? rsa : curve)
  }
}
