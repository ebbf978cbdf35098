import Glibc
import TestDaemonKit
import Testing

/// TLS for a user who is not root: her own files in ~/.pki/libvirt, and her libvirt.conf.
@Suite(
  .serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"),
  .enabled(if: access(CertificateFolder.certtool, X_OK) == 0, "needs certtool"),
  .enabled(if: OrdinaryUser.current != nil, "needs VIRTSH_TEST_USER, and root"))
struct TLSUserTests {
  private static func withUser(_ body: (UserPlace, CertificateFolder) async throws -> Void) async throws {
    let certificates = try await CertificateFolder.withServerAndClient()
    try await UserPlace.with { place in
      let run = try await place.run(["/bin/mkdir", "-p", "\(place.path)/home/.pki/libvirt", "\(place.path)/home/.config/libvirt"])
      try #require(run.status == 0)
      for (name, file) in [("ca.pem", "cacert.pem"), ("client.pem", "clientcert.pem"), ("client.key", "clientkey.pem")] {
        try certificates.copy(name, to: "\(place.path)/home/.pki/libvirt/\(file)")
      }
      try await body(place, certificates)
    }
  }

  /// What our program, as `virsh`, and virsh say as this user, which is the same; then what our own dialect says.
  private static func compare(
    _ place: UserPlace, _ uri: String, isGood: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let ours = try await place.run([place.virsh, "-c", uri, "hostname"])
    let virsh = try await place.run(["/usr/bin/virsh", "-c", uri, "hostname"])
    #expect(ours.errors == TLSOutcome.errors(of: virsh), sourceLocation: sourceLocation)
    #expect(ours.output == virsh.output, sourceLocation: sourceLocation)
    #expect(ours.status == virsh.status && (ours.status == 0) == isGood, "\(virsh.errors)", sourceLocation: sourceLocation)
    return try await place.run([place.program, "-c", uri, "hostname"]).errors
  }

  @Test func herOwnFilesCount() async throws {
    try await Self.withUser { place, certificates in
      let server = try await TLSLibvirtd(certificates)
      let uri = "test+tls://localhost:\(server.port)/default"
      let pki = "\(place.path)/home/.pki/libvirt"
      _ = try await Self.compare(place, uri, isGood: true)
      // A key that only root can read.
      chmod("\(pki)/clientkey.pem", 0o600)
      let closed = try await Self.compare(place, uri, isGood: false)
      #expect(closed.contains("\(pki)/clientkey.pem: Permission denied"), "\(closed)")
      // Neither of the pair counts without the other.
      unlink("\(pki)/clientkey.pem")
      let without = try await Self.compare(place, uri, isGood: false)
      #expect(without.contains("there is no /etc/pki/libvirt/clientcert.pem") && without.contains("\(pki)/clientcert.pem"), "\(without)")
      try certificates.copy("client.key", to: "\(pki)/clientkey.pem")
      // A certificate that only root can read is, with virsh, none that is wrong.
      chmod("\(pki)/clientcert.pem", 0o600)
      let hidden = try await Self.compare(place, uri, isGood: false)
      #expect(hidden.contains("\(pki)/clientcert.pem: Permission denied"), "\(hidden)")
      chmod("\(pki)/clientcert.pem", 0o644)
      chmod("\(pki)/cacert.pem", 0o600)
      let noCA = try await Self.compare(place, uri, isGood: false)
      #expect(noCA.contains("\(pki)/cacert.pem: Permission denied"), "\(noCA)")
    }
  }

  @Test func herConfigurationCounts() async throws {
    try await Self.withUser { place, certificates in
      let server = try await TLSLibvirtd(certificates, settings: ["tls_priority = \"NORMAL:-VERS-ALL:+VERS-TLS1.2\""])
      let uri = "test+tls://localhost:\(server.port)/default"
      let file = "\(place.path)/home/.config/libvirt/libvirt.conf"
      for (priority, hint) in [
        ("NORMAL:-VERS-TLS1.3", nil), ("NORMAL:-VERS-ALL:+VERS-TLS1.3", "no version or cipher that we offer"),
        ("NORMAL:bogus", "needs a + or -"),
      ] {
        try "tls_priority = \"\(priority)\"\n".write(to: file)
        let shown = try await Self.compare(place, uri, isGood: hint == nil)
        #expect(shown.contains(hint ?? ""), "\(shown)")
      }
      // The URI's own comes before it.
      _ = try await Self.compare(place, uri + "?tls_priority=NORMAL", isGood: true)
    }
  }
}
