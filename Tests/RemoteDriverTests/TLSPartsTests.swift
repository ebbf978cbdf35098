import LibvirtProtocol
import NIOSSL
import Testing

@testable import RemoteDriver

/// The parts of TLS that need no connection.
@Suite struct TLSPartsTests {
  @Test(arguments: [
    "NORMAL", "normal", "SECURE128", "SECURE256:%SERVER_PRECEDENCE", "PFS", "NORMAL:-VERS-TLS1.3",
    "NONE:+VERS-TLS1.3:+CIPHER-ALL:+MAC-ALL:+GROUP-ALL",
  ])
  func prioritiesThatAreTaken(_ text: String) throws {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateVerification = .none
    try TLSPriority(text).apply(to: &configuration)
    _ = try NIOSSLContext(configuration: configuration)
  }

  @Test(arguments: [
    "", ":", "NORMAL:", "bogus", "NORMAL:bogus", "NORMAL:+BOGUS", "@SYSTEM", "NORMAL:%BOGUS", "NORMAL:-VERS-ALL", "%COMPAT", "\u{1b}[31m",
  ])
  func prioritiesThatAreNot(_ text: String) {
    let error = #expect(throws: LibvirtError.self) { try TLSPriority(text) }
    #expect(error?.message.hasPrefix("Failed to set TLS session priority to ") == true && error?.str3 != nil)
    #expect(error?.message.contains("\u{1b}") == false)
  }

  @Test func versionsAreChosen() throws {
    var configuration = TLSConfiguration.makeClientConfiguration()
    try TLSPriority("NORMAL:-VERS-TLS1.3").apply(to: &configuration)
    #expect(configuration.minimumTLSVersion == .tlsv12 && configuration.maximumTLSVersion == .tlsv12)
    // Of TLS 1.3 no single ciphers can be chosen.
    try TLSPriority("NORMAL:-AES-128-GCM").apply(to: &configuration)
    #expect(configuration.maximumTLSVersion == .tlsv12)
  }

  @Test func blocksAreFound() throws {
    let text = "words\n-----BEGIN A-----\r\nAQ ID\r\n-----END A-----\n-----BEGIN B C-----\nBA==\n-----END B C-----\n"
    #expect(try PEMBlock.all(in: Array(text.utf8)) == [PEMBlock(label: "A", bytes: [1, 2, 3]), PEMBlock(label: "B C", bytes: [4])])
    for text in ["-----BEGIN A-----\nAQID\n", "-----BEGIN A-----\n!\n-----END A-----\n", "-----BEGIN A-----\nAQID\n-----END B-----\n"] {
      #expect(throws: PEMBlock.Malformed.self) { try PEMBlock.all(in: Array(text.utf8)) }
    }
  }

  /// Bytes that are wrong in one or several places make errors, and no more.
  @Test func nothingMalformedDoesHarm() throws {
    let certificate = try #require(PEMBlock.all(in: Array(Self.certificate.utf8)).first).bytes
    let list = try #require(PEMBlock.all(in: Array(Self.list.utf8)).first).bytes
    let known = try KnownCertificate(der: certificate)
    #expect(known.subject == "CN=localhost" && known.keyBits == 256 && !known.isRSA)
    #expect(
      try ServerName("127.0.0.1").isIn(known) && ServerName("a.example.org").isIn(known) && !ServerName("b.a.example.org").isIn(known))
    _ = try RevocationList(der: list)
    var random = SystemRandomNumberGenerator()
    for round in 0..<20_000 {
      var bytes = round.isMultiple(of: 2) ? certificate : list
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if round.isMultiple(of: 7) { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
      if let mutated = try? KnownCertificate(der: bytes) {
        try? CertificateUse.server.check(mutated, named: "[session]")
        _ = try? ServerName("localhost").isIn(mutated)
        #expect(!ServerName("localhost").difference(from: mutated).utf8.contains { $0 < 0x20 })
        _ = mutated.isSigned(by: known)
      }
      if let mutated = try? RevocationList(der: bytes) { _ = mutated.isSigned(by: known) }
    }
  }

  private static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBmDCCAT2gAwIBAgIUBifUZiuz4haPYgV4OLd8Kub8NH8wCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAxMJbG9jYWxob3N0MB4XDTI2MTEyMzAwMDUxOVoXDTI2MTIyMzAw
    MDUxOVowFDESMBAGA1UEAxMJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
    AQcDQgAE28shCvCwDrsMDdF7ABMdbWQGKaRW7aA8CCuRfsNEm7mS4KWm19Uyoa0j
    VSOt6LiG7468p6QHOUQNhhqhVUkM0qNtMGswDwYDVR0TAQH/BAUwAwEB/zApBgNV
    HREEIjAggglsb2NhbGhvc3SCDSouZXhhbXBsZS5vcmeHBH8AAAEwDgYDVR0PAQH/
    BAQDAgGGMB0GA1UdDgQWBBRT6RFeBrINZsRXJBjnnpJBah0CEzAKBggqhkjOPQQD
    AgNJADBGAiEAwyODmvtCiHoAnWm25aueeu1djQ8zO9vzU/2+wK5Zta4CIQCxZ4nd
    UA+6DmGnk/bK3QA6IO8KAtcUx9T9C795LbRfdA==
    -----END CERTIFICATE-----

    """

  private static let list = """
    -----BEGIN X509 CRL-----
    MIH2MIGdAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMTCWxvY2FsaG9zdBcNMjYx
    MTIzMDAwNTE5WhcNMjYxMjIzMDAwNTE5WjAnMCUCFAYn1GYrs+IWj2IFeDi3fCrm
    /DR/Fw0yNjExMjMwMDA1MTlaoC8wLTAfBgNVHSMEGDAWgBRT6RFeBrINZsRXJBjn
    npJBah0CEzAKBgNVHRQEAwIBATAKBggqhkjOPQQDAgNIADBFAiAXm1/yN2sHL5JP
    keWEPg0zKCJ04fJGClmJr3R3044OagIhAPC72s3TwYJdo+32BLN9LlOYw9AOsYgs
    fWBP2zGBPVIX
    -----END X509 CRL-----

    """
}
