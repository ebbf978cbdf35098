import TestDaemonKit
import Testing

/// Daemons that do not know the newer procedures: what can be done with the older ones is done, the rest is said.
@Suite(.timeLimit(.minutes(20)))
struct OldDaemonTests {
  /// The last procedure of a libvirt, and what can be done with it.
  enum Age: Int32, CaseIterable {
    /// Before `domainGetVcpusFlags`, `domainSetVcpusFlags` and what has flags of its own.
    case beforeFlags = 198
    /// Before lists of all domains at once.
    case beforeLists = 272
    /// Before statistics of all domains at once.
    case beforeStatistics = 343

    /// What needs newer procedures.
    var lacks: Set<String> { self == .beforeFlags ? ["vcpupin test", "setmaxmem test 3G", "setmem test 2G --config"] : [] }
  }

  static let lines = [
    "list --all", "list --all --name", "list --all --columns \(CommandsForForms.columns)", "dominfo test", "dominfo '*'", "domstate test",
    "domid test", "domuuid test", "dumpxml test", "vcpucount test", "vcpuinfo test", "vcpupin test", "vcpupin test 0 0", "setvcpus test 1",
    "setmem test 1G", "schedinfo test", "schedinfo test --weight 6", "domblklist test", "domiflist test", "suspend test", "resume 'te*'",
    "autostart test", "desc test", "maxvcpus", "nodeinfo", "freecell", "destroy test", "setmaxmem test 3G", "setmem test 2G --config",
    "start test", "undefine test",
  ]

  @Test(arguments: Age.allCases)
  func isServed(age: Age) async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.lastProcedure = age.rawValue
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    for line in Self.lines {
      let run = try await ProgramRun.run(
        SideBySide.program, ["-q", "-c", "test+unix:///default?socket=\(daemon.path)", line])
      #expect(run.status == (age.lacks.contains(line) ? 1 : 0), "\(line): \(run)")
      #expect(!age.lacks.contains(line) || run.errors.contains("unknown procedure"), "\(line): \(run)")
      if line.hasPrefix("list --all --columns") { #expect(run.output.contains("running"), "\(run)") }
    }
    await daemon.stop()
    folder.remove("daemon")
  }
}
