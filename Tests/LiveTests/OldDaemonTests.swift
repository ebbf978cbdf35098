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
    "start test", "list --all --autostart", "list --all --persistent", "undefine test",
  ]

  /// A daemon from before lists of all domains filters nothing; one without a question that a filter needs cannot be helped.
  @Test(
    arguments: [
      (272, "--inactive --with-managed-save", ["test"]), (272, "--all --without-managed-save", ["lab"]),
      (272, "--state-shutoff", ["lab", "test"]), (272, "--state-running", []), (272, "--all --transient", []),
      (272, "--all --persistent --no-autostart", ["lab", "test"]),
    ] as [(Int32, String, [String])])
  func filters(last: Int32, filters: String, names: [String]) async throws {
    let run = try await withDaemon(last) { try await ProgramRun.run(SideBySide.program, ["-q", "-c", $0, "list --name \(filters)"]) }
    #expect(run.output.split(separator: "\n").map(String.init) == names, "\(run)")
    #expect(run.status == 0)
  }

  /// virsh has its own ways with servers that lack a call.
  @Test(
    arguments: [
      (180, "vcpucount test"), (180, "vcpucount test --config --maximum"), (229, "vcpupin test"), (203, "setmem test 1G"),
      (100, "domdisplay test"), (100, "vncdisplay test"),
    ] as [(Int32, String)])
  func isServedAsByVirsh(last: Int32, line: String) async throws {
    _ = try await withDaemon(last) { uri in
      let both = try SideBySide(uri: uri)
      defer { both.remove() }
      let theirs = try await ProgramRun.run("/usr/bin/virsh", ["-q", "-c", uri, line])
      let ours = try await ProgramRun.run(both.ours, ["-q", "-c", uri, line])
      let errors = theirs.errors.replacing("error: Unable to register disconnect callback\n", with: "")
      #expect(ours == ProgramRun(status: theirs.status, output: theirs.output, errors: errors))
      return ours
    }
  }

  @Test func saysWhichFilterItCannot() async throws {
    let run = try await withDaemon(182) { try await ProgramRun.run(SideBySide.program, ["-c", $0, "list --all --with-managed-save"]) }
    #expect(run.status == 1)
    #expect(run.errors.contains("Failed to check for managed save image"), "\(run)")
  }

  private func withDaemon(_ last: Int32, _ body: (String) async throws -> ProgramRun) async throws -> ProgramRun {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.lastProcedure = last
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let uri = "test+unix:///default?socket=\(daemon.path)"
    let lab = #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Differential/Rows/files/lab.xml"
    _ = try await ProgramRun.run(SideBySide.program, ["-c", uri, "define /\(lab); managedsave test"])
    let run = try await body(uri)
    await daemon.stop()
    folder.remove("daemon")
    return run
  }

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
