import Glibc
import TestDaemonKit
import Testing

/// Under our own name, a change that a running guest has only after its next start is said to wait for it.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"))
struct NextStartTests {
  private static let changes = [
    "setmem @ 32M", "setvcpus @ 2", "setvcpus @ 3 --maximum", "setmaxmem @ 128M", "setvcpu @ 2 --enable", "vcpupin @ 0 0",
    "emulatorpin @ 0",
    "memtune @ --hard-limit 1G", "blkiotune @ --weight 200", "numatune @ --nodeset 0", "iothreadadd @ 7", "iothreadpin @ 7 0",
    "iothreaddel @ 7", "desc @ new words", "desc @ --title new", "metadata @ urn:x --key x --set <a/>", "metadata @ urn:x --remove",
  ]

  @Test func onARunningGuest() async throws {
    let uri = "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")"
    let folder = try SocketFolder()
    let name = "virtsh-next-\(getpid())"
    func run(_ line: String, _ options: [String] = []) async throws -> ProgramRun {
      try await ProgramRun.run(SideBySide.program, ["-c", uri] + options + [line.replacing("@", with: name)])
    }
    let (disk, file) = (folder.socket("disk.raw"), folder.socket("guest.xml"))
    try BootSectorGuest.writeDisk(to: disk)
    try BootSectorGuest.definition(name: name, disk: disk).write(to: file)
    let made = try await run("define \(file); start @ --paused")
    #expect(made.status == 0, "\(made.errors)")
    for change in Self.changes {
      let waiting = try await run(change + " --config")
      #expect(waiting.status == 0, "\(change): \(waiting)")
      #expect(waiting.errors == "argument:1: note: '\(name)' is running: the change waits for its next start\n", "\(change)")
    }
    let asked = try await run("memtune @ --config")
    #expect(asked.errors.isEmpty && asked.output.contains("hard_limit     : 1048576\n"), "\(asked)")
    let quiet = try await run("memtune @ --hard-limit 2G --config", ["-q"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet)")
    _ = try await run("destroy @")
    let off = try await run("setmem @ 30M --config")
    #expect(off.status == 0 && off.errors.isEmpty, "\(off)")
    _ = try await run("undefine @")
    folder.remove("disk.raw", "guest.xml")
  }
}
