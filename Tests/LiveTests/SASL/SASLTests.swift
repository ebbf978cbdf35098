import Drivers
import Glibc
import LibvirtProtocol
import TestDaemonKit
import Testing

/// SASL at a real libvirtd, beside virsh.
@Suite(.timeLimit(.minutes(20)), .enabled(if: SASLLibvirtd.isPossible, "needs libvirtd and sasl2-bin"))
struct SASLTests {
  private static let all = "SCRAM-SHA-256 SCRAM-SHA-1 DIGEST-MD5 PLAIN"

  private func compare(_ uri: String, isGood: Bool) async throws {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let run = try await both.ask("uri")
    #expect(run.ours.errors == run.virsh.errors, "\(uri)")
    #expect(run.ours.output == run.virsh.output, "\(uri)")
    #expect(run.ours.status == run.virsh.status, "\(uri)")
    #expect((run.virsh.status == 0) == isGood, "\(uri): \(run.virsh.errors)")
  }

  @Test func everyMechanismLetsIn() async throws {
    try await SASLLibvirtd.with(Self.all) { daemon in
      let file = try daemon.file()
      try await compare(daemon.uri(.unix, "authfile=\(file)"), isGood: true)
      try await compare(daemon.uri(.tcp, "authfile=\(file)"), isGood: true)
      for mechanism in ["SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"] {
        try await compare(daemon.uri(.unix, "authfile=\(file)", "auth=sasl.\(mechanism)"), isGood: true)
      }
      try await compare(daemon.uri(.tcp, "authfile=\(file)", "auth=sasl.DIGEST-MD5"), isGood: true)
      try await compare(daemon.uri(.tcp, "authfile=\(file)", "auth=sasl"), isGood: true)
      for mechanism in ["SCRAM-SHA-256", "SCRAM-SHA-1", "PLAIN"] {
        try await compare(daemon.uri(.tls, "authfile=\(file)", "auth=sasl.\(mechanism)"), isGood: true)
      }
    }
  }

  @Test func refusalsAreVirshsToTheLetter() async throws {
    try await SASLLibvirtd.with(Self.all) { daemon in
      let (good, wrong, unknown) = (try daemon.file(), try daemon.file("alice", "looking glass"), try daemon.file("nobody", "x"))
      for way in SASLLibvirtd.Way.allCases {
        for file in [wrong, unknown] { try await compare(daemon.uri(way, "authfile=\(file)"), isGood: false) }
        for mechanism in ["FOO", "plain", "GSSAPI", "ANONYMOUS", "SCRAM", "DIGEST", ","] {
          try await compare(daemon.uri(way, "authfile=\(good)", "auth=sasl.\(mechanism)"), isGood: false)
        }
        try await compare(daemon.uri(way, "authfile=\(good)", "auth=sasl."), isGood: false)
        try await compare(daemon.uri(way, "authfile=\(good)", "auth=polkit"), isGood: false)
        let empty = "[auth-libvirt-default]\ncredentials=x\n[credentials-x]\n"
        try await compare(daemon.uri(way, "authfile=\(try daemon.file(text: empty + "authname=\npassword=wonder\n"))"), isGood: false)
        try await compare(daemon.uri(way, "authfile=\(try daemon.file(text: empty + "authname=alice\npassword=\n"))"), isGood: false)
      }
    }
  }

  /// What libvirtd offers over plain TCP must encrypt; without such a mechanism it offers nothing.
  @Test func noMechanismInCommon() async throws {
    try await SASLLibvirtd.with("PLAIN SCRAM-SHA-256") { daemon in
      try await compare(daemon.uri(.tcp, "authfile=\(try daemon.file())"), isGood: false)
    }
  }

  @Test func whichFileCounts() async throws {
    try await SASLLibvirtd.with("SCRAM-SHA-256") { daemon in
      let (good, wrong) = (try daemon.file(), try daemon.file("alice", "looking glass"))
      let home = "\(daemon.daemon.folder)/home"
      for folder in [home, "\(home)/.config", "\(home)/.config/libvirt", "\(home)/libvirt"] { mkdir(folder, 0o700) }
      let uri = daemon.uri(.unix)
      let cases: [(variables: [String], uri: String, home: String?)] = [
        (["LIBVIRT_AUTH_FILE=\(good)"], daemon.uri(.unix, "authfile=\(wrong)"), wrong),
        (["LIBVIRT_AUTH_FILE=\(wrong)"], daemon.uri(.unix, "authfile=\(good)"), good),
        (["LIBVIRT_AUTH_FILE="], daemon.uri(.unix, "authfile=\(good)"), good),
        (["LIBVIRT_AUTH_FILE=/nowhere"], uri, good),
        ([], daemon.uri(.unix, "authfile=\(good)"), wrong),
        ([], daemon.uri(.unix, "authfile=\(wrong)"), good),
        ([], daemon.uri(.unix, "authfile="), good),
        ([], daemon.uri(.unix, "authfile=\(home)"), good),
        ([], uri, good),
        (["XDG_CONFIG_HOME="], uri, good),
        (["XDG_CONFIG_HOME=\(home)"], uri, good),
      ]
      for (variables, uri, own) in cases {
        for folder in ["\(home)/.config/libvirt", "\(home)/libvirt"] {
          unlink("\(folder)/auth.conf")
          if let own { symlink(own, "\(folder)/auth.conf") }
        }
        let both = try SideBySide(uri: uri)
        defer { both.remove() }
        let words = variables + ["HOME=\(home)"]
        let ours = try await ProgramRun.run("/usr/bin/env", words + [both.ours, "-c", uri, "uri"])
        let virsh = try await ProgramRun.run("/usr/bin/env", words + ["/usr/bin/virsh", "-c", uri, "uri"])
        #expect(ours.errors == virsh.errors && ours.output == virsh.output && ours.status == virsh.status, "\(variables) \(uri)")
      }
    }
  }

  /// How virsh reads an auth.conf: mistakes are errors whatever they are; mode and owner of the file do not matter.
  @Test func howAFileIsRead() async throws {
    try await SASLLibvirtd.with("SCRAM-SHA-256") { daemon in
      let user = "authname=alice\npassword=wonder\n"
      let default_ = "[auth-libvirt-default]\ncredentials=x\n"
      let good = [
        "  # a comment\n\n[credentials-x]\n  authname  =  alice\npassword =   wonder\n\(default_)",
        "[credentials-x]  \r\nauthname=alice\r\npassword=wonder\r\n[auth-libvirt-default]\r\ncredentials=x\r\n",
        "[credentials-x]\nauthname=bob\n\(user)\(default_)",
        "[credentials-x]\nauthname=bob\n[credentials-x]\n\(user)\(default_)",
        "[credentials-x]\nauthname=\\salice\npassword=wonder\n\(default_)",
        "[credentials-x]\n\(user)[auth-libvirt-localhost]\ncredentials=x\n[auth-libvirt-default]\ncredentials=y\n",
      ]
      for text in good { try await compare(daemon.uri(.unix, "authfile=\(try daemon.file(text: text))"), isGood: true) }
      let bad = [
        "hello\n", "a=b\n[credentials-x]\n\(user)\(default_)", "[credentials-x\n\(user)", "[]\n\(user)", "[credentials-x] y\n\(user)",
        "[credentials-x]\nauthname\n", "[credentials-x]\n=alice\n\(default_)", "; no comment\n[credentials-x]\n\(user)\(default_)",
        "[credentials-[x]\n\(user)\(default_)", "\u{feff}[credentials-x]\n\(user)\(default_)",
        "[credentials-x]\n\(user)[auth-libvirt-default]\n", default_, "[Credentials-x]\n\(user)\(default_)",
        "[credentials-x]\nauthname=alice\npassword=won\\xder\n\(default_)",
        "[credentials-x]\nauthname=alice\npassword=wonder \n\(default_)",
      ]
      for text in bad { try await compare(daemon.uri(.unix, "authfile=\(try daemon.file(text: text))"), isGood: false) }
      let open = try daemon.file()
      chmod(open, 0o666)
      chown(open, 65534, 65534)
      try await compare(daemon.uri(.unix, "authfile=\(open)"), isGood: true)
      // Ours says in its own dialect what is wrong, and no more.
      let path = try daemon.file(text: "[credentials-x]\nauthname=alice\nsecret-word\n")
      let run = try await ProgramRun.run(SideBySide.program, ["-c", daemon.uri(.unix, "authfile=\(path)"), "uri"])
      #expect(run.errors.contains("hint: \(path):3: neither [group], nor key=value, nor a comment with #\n"))
      #expect(!run.errors.contains("secret-word"))
    }
  }

  /// What a mechanism remembers of one attempt lets nobody in at the next.
  @Test func oneUserAfterTheOther() async throws {
    try await SASLLibvirtd.with("DIGEST-MD5") { daemon in
      let good = daemon.uri(.tcp, "authfile=\(try daemon.file())")
      for (name, password) in [("alice", "looking glass"), ("nobody", "wonder")] {
        await (try await SASLLibvirtd.open(good)).close()
        let other = daemon.uri(.tcp, "authfile=\(try daemon.file(name, password))")
        let refusal = await #expect(throws: LibvirtError.self) { try await SASLLibvirtd.open(other) }
        #expect(refusal?.message == "authentication failed: authentication failed")
      }
    }
  }
}
