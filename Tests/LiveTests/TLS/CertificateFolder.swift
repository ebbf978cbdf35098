import Glibc
import TestDaemonKit

/// Certificates of a test's own, made by GnuTLS's certtool: each NAME.pem has its key in NAME.key beside it.
final class CertificateFolder {
  static let certtool = "/usr/bin/certtool"
  static let openssl = "/usr/bin/openssl"

  let path: String
  private let folder: SocketFolder

  /// A folder with a CA, `ca`.
  init() async throws {
    folder = try SocketFolder()
    path = folder.path
    try await authority("ca")
  }

  /// A folder with a CA and a certificate for each side.
  static func withServerAndClient() async throws -> CertificateFolder {
    let folder = try await CertificateFolder()
    try await folder.certificate("server", .server)
    try await folder.certificate("client", .client)
    return folder
  }

  deinit { remove(path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a CA.
  func authority(_ name: String) async throws {
    try await key(name)
    try "cn = \"Test \(name)\"\nca\ncert_signing_key\ncrl_signing_key\nexpiration_days = 30\n".write(to: file("template"))
    try await run("--generate-self-signed", "--load-privkey", file("\(name).key"), "--outfile", file("\(name).pem"))
  }

  /// Makes a certificate of such a kind, signed by a CA or by itself.
  func certificate(_ name: String, _ kind: CertificateKind, by authority: String? = "ca") async throws {
    try await key(name)
    try kind.template.write(to: file("template"))
    let files = ["--load-privkey", file("\(name).key"), "--outfile", file("\(name).pem")]
    guard let authority else { return try await run(["--generate-self-signed"] + files) }
    try await run(
      ["--generate-certificate", "--load-ca-certificate", file("\(authority).pem"), "--load-ca-privkey", file("\(authority).key")] + files)
  }

  /// Makes the CA's revocation list `NAME.pem` with certificates in it.
  func revocationList(_ name: String, of revoked: [String]) async throws {
    try "crl_number = 1\ncrl_next_update = 30\n".write(to: file("template"))
    try await run(
      ["--generate-crl", "--load-ca-certificate", file("ca.pem"), "--load-ca-privkey", file("ca.key"), "--outfile", file("\(name).pem")]
        + revoked.flatMap { ["--load-certificate", file("\($0).pem")] })
  }

  /// Makes a revocation list `NAME.pem` of the CA with so many certificates in it, and maybe one that there is.
  func longRevocationList(_ name: String, count: Int, with revoked: String? = nil) async throws {
    var index = (1...count).map { "R\t400101000000Z\t250101000000Z\t\(String(0x7000_0000_0000_0000 + $0, radix: 16))\tunknown\t/CN=x\n" }
    if let revoked {
      let serial = try await ProgramRun.run(Self.openssl, ["x509", "-noout", "-serial", "-in", file("\(revoked).pem")])
      let digits = serial.output.dropFirst("serial=".count).prefix { $0.isHexDigit }
      index.append("R\t400101000000Z\t250101000000Z\t\(digits)\tunknown\t/CN=x\n")
    }
    try index.joined().write(to: file("index"))
    try "01\n".write(to: file("number"))
    try "[ca]\ndefault_ca=c\n[c]\ndatabase=\(file("index"))\ncrlnumber=\(file("number"))\ndefault_md=sha256\n".write(to: file("ca.conf"))
    let words = ["ca", "-config", file("ca.conf"), "-gencrl", "-crldays", "30", "-cert", file("ca.pem"), "-keyfile", file("ca.key")]
    let run = try await ProgramRun.run(Self.openssl, words + ["-out", file("\(name).pem")])
    guard run.status == 0 else { throw CannotMake(words: words, errors: run.errors) }
  }

  /// A folder for `pkipath=` with the CA's certificate, a client's and maybe a revocation list; gone with this one.
  func client(_ name: String?, authority: String = "ca", revocations: String? = nil) throws -> String {
    let target = file("pki-\(name ?? "none")-\(authority)-\(revocations ?? "none")")
    mkdir(target, 0o755)
    try copy("\(authority).pem", to: "\(target)/cacert.pem")
    if let revocations { try copy("\(revocations).pem", to: "\(target)/cacrl.pem") }
    if let name {
      try copy("\(name).pem", to: "\(target)/clientcert.pem")
      try copy("\(name).key", to: "\(target)/clientkey.pem")
    }
    return target
  }

  func copy(_ name: String, to target: String) throws { try file(name).contents.write(to: target) }

  private func key(_ name: String) async throws {
    try await certtool(["--generate-privkey", "--key-type", "rsa", "--bits", "2048", "--outfile", file("\(name).key")])
  }

  private func run(_ words: String...) async throws { try await run(words) }

  /// Runs certtool with the template.
  private func run(_ words: [String]) async throws { try await certtool(words + ["--template", file("template")]) }

  private func certtool(_ words: [String]) async throws {
    let run = try await ProgramRun.run(Self.certtool, words)
    guard run.status == 0 else { throw CannotMake(words: words, errors: run.errors) }
  }

  private func remove(_ path: String) {
    guard let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }

  struct CannotMake: Error {
    let words: [String]
    let errors: String
  }
}

/// What a certificate says.
struct CertificateKind {
  static let server = CertificateKind(lines: ["cn = localhost", "dns_name = localhost", "ip_address = 127.0.0.1", "tls_www_server"])
  static let client = CertificateKind(lines: ["cn = client", "tls_www_client"])

  var lines: [String]
  var dates = ["expiration_days = 30"]

  var template: String { (lines + dates + ["signing_key", "encryption_key"]).map { $0 + "\n" }.joined() }

  /// The same, for a time that has gone.
  var expired: CertificateKind {
    CertificateKind(lines: lines, dates: ["activation_date = \"2001-01-01 00:00:00\"", "expiration_date = \"2002-01-01 00:00:00\""])
  }

  /// The same, for a time to come.
  var early: CertificateKind {
    CertificateKind(lines: lines, dates: ["activation_date = \"2040-01-01 00:00:00\"", "expiration_date = \"2041-01-01 00:00:00\""])
  }
}
