import Glibc
import TestDaemonKit
import Testing

/// An ordinary user's own daemon: Debian's libvirtd, started when it is needed.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: OrdinaryUser.current != nil, "needs root and VIRTSH_TEST_USER"))
struct SessionDaemonTests {
  private let words = ["-c", "qemu:///session", "uri"]

  @Test func itIsStartedOnDemand() async throws {
    try await UserPlace.with { place in
      let run = try await place.run([place.program] + words, with: ["VIRTSH_TEST_LEFT_OUT=1", "USER=somebody"])
      #expect(run.output == "qemu:///session\n" && run.errors.isEmpty && run.status == 0)
      let process = try #require(place.daemonProcess)
      let folder = "/proc/\(process)"
      #expect(UserPlace.text(of: "\(folder)/cmdline") == "/usr/sbin/libvirtd\0--timeout=120\0")
      let variables = UserPlace.text(of: "\(folder)/environ").split(separator: "\0").map(String.init)
      #expect(
        Set(variables)
          == Set(["LC_ALL=C", "PATH=/usr/bin:/bin:/usr/sbin:/sbin", "USER=somebody"] + place.variables))
      // In a session of its own, and its parent has ended.
      #expect(getsid(process) != getsid(0) && getpgid(process) != getpgid(0))
      #expect(access(place.lockFile, F_OK) != 0)
      // Whoever comes next finds it.
      #expect(try await place.run(["/usr/bin/virsh"] + words).output == "qemu:///session\n\n")
      #expect(try await place.run([place.program, "-c", "test+unix:///default", "list", "--name"]).output == "test\n")
      #expect(place.daemonProcess == process)
    }
  }

  @Test func withoutAURIItIsStartedToo() async throws {
    try await UserPlace.with { place in
      let run = try await place.run([place.program, "uri"])
      #expect(run.output == "qemu:///session\n" && place.daemonProcess != nil)
    }
  }

  /// Two of our shells and a real virsh: who has the lock starts it, the others wait.
  @Test func manyAtOnceGetOne() async throws {
    try await UserPlace.with { place in
      let folder = try await place.daemon("sleep 0.3; exec /usr/sbin/libvirtd \"$@\"")
      let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
        for program in [place.program, "/usr/bin/virsh", place.program, place.virsh, "/usr/bin/virsh"] {
          let command = place.user.command([program] + words, variables: place.variables + ["VIRTD_PATH=\(folder)"])
          group.addTask { try await ProgramRun.run(command[0], Array(command.dropFirst())) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(runs.allSatisfy { $0.output.hasPrefix("qemu:///session\n") && $0.status == 0 }, "\(runs)")
      #expect(place.starts == ["\(folder)/libvirtd --timeout=120"])
      #expect(access(place.lockFile, F_OK) != 0)
    }
  }

  /// What virsh says, to the letter, and which program is to blame; nothing is left behind.
  @Test(
    arguments: [
      ("LIBVIRT_AUTOSTART=0", nil),
      ("VIRTD_PATH=/bin/false", "/bin/false/libvirtd, which would be started for it, cannot be run: Not a directory"),
      ("LIBVIRTD_PATH=/nowhere", "/nowhere/libvirtd, which would be started for it, cannot be run: No such file or directory"),
      ("VIRTD_PATH=relative", nil),
      ("VIRTD_PATH=SILENT", "SILENT/libvirtd --timeout=120 was started for it and does not listen"),
      ("LIBVIRTD_PATH=ENDED", "ENDED/libvirtd --timeout=120 was started for it and has ended"),
      ("VIRTD_PATH=FORBIDDEN", "FORBIDDEN/libvirtd, which would be started for it, cannot be run: Permission denied"),
    ] as [(String, String?)])
  func itCannotBeStarted(variable: String, hint: String?) async throws {
    try await UserPlace.with { place in
      let kind = variable.split(separator: "=").last.map(String.init) ?? ""
      let folder = try await place.daemon(kind == "SILENT" ? "exec sleep 15" : "exit 1")
      if kind == "FORBIDDEN" { chmod("\(folder)/libvirtd", 0o644) }
      let setting = kind.allSatisfy(\.isUppercase) && kind != "0" ? variable.prefix { $0 != "=" } + "=\(folder)" : variable
      let ours = try await place.run([place.virsh] + words, with: [setting])
      let theirs = try await place.run(["/usr/bin/virsh"] + words, with: [setting])
      #expect(ours.errors == theirs.errors && ours.status == theirs.status && !ours.errors.isEmpty)
      let better = try await place.run([place.program] + words, with: [setting])
      #expect(better.errors.hasPrefix(theirs.errors))
      if let hint {
        let wanted = hint.hasPrefix("/") ? hint : "\(folder)/\(hint.drop { $0 != "/" }.dropFirst())"
        #expect(better.errors.contains("hint: \(wanted)"), "\(better.errors)")
      }
      #expect(access(place.lockFile, F_OK) != 0)
    }
  }

  /// Folders that cannot be used, as virsh says it.
  @Test(arguments: [
    "chmod 500 run", "mkdir -p run/libvirt/libvirtd.lock", "touch run/libvirt", "mkdir run/libvirt; chown root: run/libvirt",
  ])
  func theFolderCannotBeUsed(preparation: String) async throws {
    try await UserPlace.with { place in
      #expect(try await ProgramRun.run("/bin/sh", ["-euc", "cd \"$0\"; \(preparation)", place.path]).status == 0)
      let ours = try await place.run([place.virsh] + words)
      let theirs = try await place.run(["/usr/bin/virsh"] + words)
      #expect(ours.errors == theirs.errors && ours.status == theirs.status && !ours.errors.isEmpty)
    }
  }

  /// A real virsh holds the lock and waits for a daemon that never comes; we stand behind it.
  @Test func anotherProgramHoldsTheLock() async throws {
    try await UserPlace.with { place in
      let folder = try await place.daemon("exec sleep 15")
      let setting = ["VIRTD_PATH=\(folder)"]
      let command = place.user.command(["/usr/bin/virsh"] + words, variables: place.variables + setting)
      async let theirs = ProgramRun.run(command[0], Array(command.dropFirst()))
      _ = try await Patience.waits { access(place.lockFile, F_OK) == 0 }
      let ours = try await place.run(["/usr/bin/timeout", "--signal=KILL", "1", place.program] + words, with: setting)
      #expect(!ours.errors.contains("Failed to connect"), "\(ours.errors)")
      #expect(access(place.lockFile, F_OK) == 0, "it is the other's")
      #expect(place.starts.count == 1)
      _ = try await theirs
      #expect(access(place.lockFile, F_OK) != 0)
    }
  }

  /// Ctrl-C while a daemon is being started gives the lock back. virsh leaves its file.
  @Test func ctrlCGivesTheLockBack() async throws {
    try await UserPlace.with { place in
      let folder = try await place.daemon("exec sleep 15")
      let command = place.user.command([place.program] + words, variables: place.variables + ["VIRTD_PATH=\(folder)"])
      let run = try PipedProgram(command[0], Array(command.dropFirst()))
      _ = try await Patience.waits { !place.starts.isEmpty }
      #expect(access(place.lockFile, F_OK) == 0)
      kill(run.pid, SIGINT)
      #expect(try await run.end() == 130)
      #expect(access(place.lockFile, F_OK) != 0)
    }
  }

  @Test func hundredsOfConnectionsLeaveNothing() async throws {
    try await UserPlace.with { place in
      #expect(try await place.run([place.program] + words).status == 0)
      let process = place.daemonProcess
      try await LeakTests.check(
        "test+unix:///default", answer: "test", program: place.user.command([place.program], variables: place.variables))
      #expect(place.daemonProcess == process && access(place.lockFile, F_OK) != 0)
    }
  }

  @Test func hundredsOfRefusalsLeaveNothing() async throws {
    try await UserPlace.with { place in
      let variables = place.variables + ["LIBVIRT_AUTOSTART=0"]
      try await LeakTests.check("qemu:///session", answer: nil, program: place.user.command([place.program], variables: variables))
      #expect(place.daemonProcess == nil && access(place.lockFile, F_OK) != 0)
    }
  }
}
