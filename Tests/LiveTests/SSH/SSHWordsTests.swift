import Glibc
import TestDaemonKit
import Testing

/// What ssh is called with, beside virsh: a stand-in takes the words down.
@Suite(.timeLimit(.minutes(20))) struct SSHWordsTests {
  @Test(arguments: [
    "qemu+ssh://h/system?", "qemu+ssh:///system?", "qemu+ssh://bob@h:22/system?keyfile=k&no_tty=1&no_verify=1&",
    "qemu+ssh://[::1]:23/system?", "qemu+ssh://h/session?", "test+ssh://h/default?", "remote+ssh://h/?", "remote+ssh://h/?proxy=native&",
    "qemu+ssh://h/system?netcat=/bin/n%20c&", "qemu+ssh://h/system?netcat=it%27s&", "qemu+ssh://h/system?netcat=&",
    "qemu+ssh://h/system?socket=/x&", "qemu+ssh://h/system?socket=/x&proxy=auto&", "qemu+ssh://h/system?socket=/x&proxy=native&",
    "qemu+ssh://h/system?proxy=netcat&", "qemu+ssh://h/system?proxy=native&foo=b%20r&", "qemu+ssh://h/system?mode=legacy&",
    "qemu+ssh://h/system?name=a%27b%20c%24x&proxy=native&", "qemu+ssh://h/system?keyfile=&", "qemu+ssh://h/system?keyfile=-x%20y&",
    "qemu+ssh://h/system?netcat=a~%23*%5C%3F%21%5E%7B%7D%5B%5D%60%7C%26%3B%3C%3E%28%29%22%24&", "qemu+ssh://h/system?netcat=a=%25,:@%2B&",
    "qemu+ext://h/system?",
  ])
  func theWordsAreVirshs(uri: String) async throws {
    let folder = try SocketFolder()
    let (program, words) = (folder.socket("ssh"), folder.socket("words"))
    symlink(SideBySide.program, folder.socket("virsh"))
    defer { folder.remove("ssh", "words", "virsh") }
    try "#!/bin/sh\nfor word; do printf '<%s>\\n' \"$word\" >> \(words); done\necho no >&2\n".write(to: program)
    chmod(program, 0o755)
    var taken: [String] = []
    for virsh in ["/usr/bin/virsh", folder.socket("virsh")] {
      for options in [[], ["-r"]] {
        try "".write(to: words)
        _ = try await ProgramRun.run(virsh, options + ["-c", "\(uri)command=\(program)", "uri"])
        let run = try await ProgramRun.run("/bin/cat", [words])
        taken.append(run.output)
      }
    }
    #expect(taken[2] == taken[0])
    #expect(taken[3] == taken[1])
  }

  @Test(arguments: [
    "echo hello world this is text; exec sleep 60", "sleep 3; echo err >&2; exit 3", "sleep 3; echo err1 >&2; echo err2 >&2",
    "head -c 28 >/dev/null; printf 'Permission denied (publickey).\\r\\n' >&2; exit 255", "sleep 3; kill -9 $$",
    "head -c 4 >/dev/null; echo x >&2; exit 1",
  ])
  func theErrorIsVirshs(behaviour: String) async throws {
    let folder = try SocketFolder()
    let program = folder.socket("program")
    symlink(SideBySide.program, folder.socket("virsh"))
    defer { folder.remove("program", "virsh") }
    try "#!/bin/sh\n\(behaviour)\n".write(to: program)
    chmod(program, 0o755)
    let arguments = ["-c", "qemu+ext://h/system?command=\(program)", "uri"]
    let real = try await ProgramRun.run("/usr/bin/virsh", arguments)
    let ours = try await ProgramRun.run(folder.socket("virsh"), arguments)
    #expect(ours.errors == real.errors)
    #expect(ours.status == real.status)
  }

  @Test(arguments: [
    ("no-such-program-of-ours", "Cannot find 'no-such-program-of-ours' in path: No such file or directory"),
    (
      "/no/such",
      "Cannot recv data: libvirt:  error : cannot execute binary /no/such: No such file or directory: Connection reset by peer"
    ),
  ])
  func aMissingProgramIsNamed(name: String, message: String) async throws {
    let run = try await ProgramRun.run(SideBySide.program, ["-c", "qemu+ext:///system?command=\(name)", "uri"])
    #expect(run.errors.contains("error: \(message)\n"))
    #expect(run.status != 0)
  }
}
