import TestDaemonKit

/// A private libvirtd that listens for TLS at a port of its own.
struct TLSLibvirtd {
  let daemon: RestartableLibvirtd
  let port: UInt16

  /// Starts it with a certificate from a folder; it trusts the folder's CA.
  init(_ certificates: CertificateFolder, _ certificate: String = "server", settings: [String] = []) async throws {
    port = try LoopbackPort.findFree()
    daemon = try await RestartableLibvirtd(
      settings: Self.settings(certificates, certificate, port)
        + ["listen_tcp = 0", "auth_tls = \"none\""].filter { setting in
          !settings.contains { $0.prefix { $0 != " " } == setting.prefix { $0 != " " } }
        } + settings, ports: [port])
  }

  /// What makes a libvirtd listen for TLS on loopback.
  static func settings(_ certificates: CertificateFolder, _ certificate: String, _ port: UInt16) -> [String] {
    [
      "listen_tls = 1", "listen_addr = \"127.0.0.1\"", "tls_port = \"\(port)\"",
      "key_file = \"\(certificates.file(certificate)).key\"", "cert_file = \"\(certificates.file(certificate)).pem\"",
      "ca_file = \"\(certificates.file("ca")).pem\"", "tls_no_sanity_certificate = 1",
    ]
  }

  func uri(_ pki: String, host: String = "localhost", more: String = "") -> String {
    "test+tls://\(host):\(port)/default?pkipath=\(pki)\(more)"
  }
}
