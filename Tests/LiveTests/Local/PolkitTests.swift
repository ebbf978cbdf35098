import Glibc
import Testing

/// A real polkit in front of a real libvirtd, and an ordinary user at its system socket.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: OrdinaryUser.current != nil && PrivatePolkit.isInstalled, "needs root, VIRTSH_TEST_USER, polkitd, dbus and pkttyagent"))
struct PolkitTests {
  @Test func eachRefusalHasItsOwnMessage() async throws {
    try await PrivatePolkit.with { polkit, place in
      let words = ["-c", polkit.uri, "uri"]
      let action = "polkit decides by the action org.libvirt.unix.manage, which a rule in /etc/polkit-1/rules.d can allow"
      let looking = "looking only may be allowed: -r, or connect --readonly"
      for (decision, error) in [
        ("yes", ""), ("no", "error: authentication failed: access denied by policy"),
        (
          "auth_self",
          "error: authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'"
        ),
      ] {
        try polkit.decide(decision)
        let ours = try await polkit.run([place.virsh] + words, of: place)
        let theirs = try await polkit.run(["/usr/bin/virsh"] + words, of: place)
        #expect(ours.errors == theirs.errors && ours.output == theirs.output && ours.status == theirs.status)
        let better = try await polkit.run([place.program] + words, of: place)
        #expect(better.output == (error.isEmpty ? polkit.uri + "\n" : ""))
        let lines = better.errors.split(separator: "\n").map(String.init)
        guard !error.isEmpty else {
          #expect(lines.isEmpty)
          continue
        }
        #expect(Array(lines.prefix(2)) == ["error: failed to connect to the hypervisor", error])
        let hint = try #require(lines.last { $0.hasPrefix("hint: ") })
        let start = decision == "no" ? "hint: " : "hint: polkit has nobody to ask you for a password here; "
        #expect(hint.hasPrefix(start + action) && hint.hasSuffix(looking), "\(hint)")
        #expect(hint.contains("you are not in the group libvirt"), "\(hint)")
      }
      // The socket for looking is open to all.
      try polkit.decide("no")
      let readOnly = try await polkit.run([place.program, "-r", "-c", polkit.uri + "-ro", "uri"], of: place)
      #expect(readOnly.output == polkit.uri + "-ro\n")
    }
  }
}
