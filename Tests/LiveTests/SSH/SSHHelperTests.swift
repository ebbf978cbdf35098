import Glibc
import TestDaemonKit
import Testing

/// The real virt-ssh-helper in front of a real libvirtd, beside virsh.
@Suite(
  .serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil && SSHServer.isPossible, "needs libvirtd and sshd"))
struct SSHHelperTests {
  /// Runs a test with an sshd beside a libvirtd; `programs` are all that the far side has to run. What it is asked to run is noted in `asked`.
  private func withServer(_ programs: [String], _ body: (SSHServer) async throws -> Void) async throws {
    let daemon = try await RestartableLibvirtd()
    let server = try await SSHServer.beside(daemon)
    let path = try SocketFolder().path
    chmod(path, 0o755)
    for program in programs { symlink("/usr/bin/\(program)", "\(path)/\(program)") }
    try "".write(to: server.path("asked"))
    chmod(server.path("asked"), 0o666)
    try server.begin(with: "echo \"$SSH_ORIGINAL_COMMAND\" >> \(server.path("asked"))\nPATH=\(path); export PATH")
    let result: Result<Void, any Error>
    do { result = .success(try await body(server)) } catch { result = .failure(error) }
    server.remove()
    daemon.kill()
    _ = try await ProgramRun.run("/bin/rm", ["-rf", daemon.folder, path])
    try result.get()
  }

  /// What both say to the same words; the same, and so both runs are one.
  private func ask(_ uri: String, _ words: String...) async throws -> ProgramRun {
    let both = try SideBySide(uri: uri)
    defer { both.remove() }
    let ours = try await ProgramRun.run(both.ours, ["-c", uri] + words)
    let virsh = try await ProgramRun.run("/usr/bin/virsh", ["-c", uri] + words)
    #expect(ours.output == virsh.output && ours.errors == virsh.errors && ours.status == virsh.status, "\(uri) \(words)")
    return virsh
  }

  @Test(arguments: ["", "&proxy=native", "&proxy=auto"]) func itFindsTheDaemon(more: String) async throws {
    try await withServer(["sh", "which", "virt-ssh-helper"]) { server in
      let uri = server.uri(more: more)
      var answer = try await ask(uri, "list", "--all")
      #expect(answer.output.contains("test   running"))
      answer = try await ask(uri, "--readonly", "destroy", "test")
      #expect(answer.errors.contains("read only access prevents"))
      #expect(try await ask(uri, "uri").output == "\(uri)\n\n")
      #expect(server.text("asked").contains("virt-ssh-helper -r 'test:///default'"))
      // Another driver of the same daemon, which only its name leads to.
      #expect(try await ask(uri.replacing("test+ssh", with: "qemu+ssh").replacing("/default", with: "/system"), "capabilities").status == 0)
      answer = try await ask(uri.replacing("test+ssh", with: "nosuch+ssh"), "list")
      #expect(answer.errors.contains("no connection driver available"))
    }
  }

  /// Who may not use the socket is told so, and may look.
  @Test(.enabled(if: Tester.name != nil, "needs VIRTSH_TEST_USER")) func itIsRefusedTheSocket() async throws {
    try await withServer(["sh", "which", "virt-ssh-helper"]) { server in
      let uri = server.uri(user: Tester.name ?? "")
      let refused = try await ask(uri, "list")
      #expect(refused.errors.contains("Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied: Input/output error"))
      let run = try await ProgramRun.run(SideBySide.program, ["-c", uri, "list"])
      #expect(run.errors.contains("hint: user \(Tester.name ?? "") may not use libvirt's socket on 127.0.0.1"))
      let answer = try await ask(uri, "--readonly", "list", "--all")
      #expect(answer.output.contains("test   running"))
    }
  }

  @Test func itFindsNoDaemon() async throws {
    try await withServer(["sh", "which", "virt-ssh-helper"]) { server in
      try server.begin(with: "exec unshare --mount sh -c 'mount -t tmpfs none /run/libvirt; exec sh -c \"$SSH_ORIGINAL_COMMAND\"'")
      let uri = server.uri()
      let answer = try await ask(uri, "list")
      #expect(answer.errors.contains("virt-ssh-helper: cannot connect to"))
      let run = try await ProgramRun.run(SideBySide.program, ["-c", uri, "list"])
      #expect(run.errors.contains("hint: no libvirt daemon listens on 127.0.0.1 at that socket"))
    }
  }

  @Test func netcatIsUsedWhereThereIsNoHelper() async throws {
    try await withServer(["sh", "which", "nc", "grep"]) { server in
      var answer = try await ask(server.uri(), "list", "--all")
      #expect(answer.output.contains("test   running"))
      answer = try await ask(server.uri(more: "&proxy=native"), "list")
      #expect(answer.errors.contains("virt-ssh-helper: not found"))
    }
  }
}
