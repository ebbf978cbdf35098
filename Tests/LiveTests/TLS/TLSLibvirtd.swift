import Glibc

/// A private libvirtd that listens for TLS at a port of its own.
struct TLSLibvirtd {
  let daemon: RestartableLibvirtd
  let port: Int

  /// Starts it with a certificate from a folder; it trusts the folder's CA.
  init(_ certificates: CertificateFolder, _ certificate: String = "server", settings: [String] = []) async throws {
    port = try Self.freePort()
    daemon = try await RestartableLibvirtd(
      settings: [
        "listen_tls = 1", "listen_tcp = 0", "listen_addr = \"127.0.0.1\"", "tls_port = \"\(port)\"", "auth_tls = \"none\"",
        "key_file = \"\(certificates.file(certificate)).key\"", "cert_file = \"\(certificates.file(certificate)).pem\"",
        "ca_file = \"\(certificates.file("ca")).pem\"", "tls_no_sanity_certificate = 1",
      ] + settings, listens: true)
  }

  func uri(_ pki: String, host: String = "localhost", more: String = "") -> String {
    "test+tls://\(host):\(port)/default?pkipath=\(pki)\(more)"
  }

  /// A port that nobody listens at.
  static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 ? getsockname(descriptor, pointer, &length) : -1
      }
    }
    guard result == 0 else { throw NoPort(errno: errno) }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  struct NoPort: Error {
    let errno: Int32
  }
}
