import Glibc
import TestDaemonKit
import Testing

/// Each command line of the rows with real virsh and with ours by its name: what both print and how they end is the same.
///
/// One family at a time: each keeps the machine busy on its own.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: access("/usr/bin/virsh", X_OK) == 0, "needs virsh"))
struct DifferentialTests {
  private static let virsh = "/usr/bin/virsh"

  /// Runs a body with our program by virsh's name.
  private func withOurs(_ body: (String) async throws -> Void) async throws {
    let link = try SideBySide(uri: "")
    defer { link.remove() }
    try await body(link.ours)
  }

  private func fight(_ place: String, _ virsh: Contender, _ other: Contender, _ rows: [DifferentialRow]) async throws {
    defer {
      virsh.remove()
      other.remove()
    }
    try await Duel(place: place, virsh: virsh, other: other).runApart(rows)
  }

  @Test(arguments: DifferentialFamily.all.filter { !$0.test.isEmpty })
  func onTheTestDriver(family: DifferentialFamily) async throws {
    try await withOurs { ours in
      let uri = "test:///default"
      try await fight(uri, Contender(Self.virsh, uri: uri), Contender(ours, uri: uri), family.test)
    }
  }

  @Test(.enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"), arguments: DifferentialFamily.all.filter { !$0.test.isEmpty })
  func onTheTestDriverOfLibvirtd(family: DifferentialFamily) async throws {
    try await withOurs { ours in
      // A host from a file belongs to one connection alone.
      let uri = "test+unix://%/node.xml?socket=\(LiveLibvirtd.socket ?? "")"
      try await fight("test+unix", Contender(Self.virsh, uri: uri), Contender(ours, uri: uri), family.test)
    }
  }

  /// The default host of a daemon's test driver, which is there as long as somebody is connected: each program has a daemon of its own.
  @Test(.enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd")) func onTheDefaultHostOfLibvirtd() async throws {
    let (theirs, own) = (try await RestartableLibvirtd(), try await RestartableLibvirtd())
    defer {
      theirs.kill()
      own.kill()
    }
    func uri(_ daemon: RestartableLibvirtd) -> String { "test+unix:///default?socket=\(daemon.socket)" }
    try await withOurs { ours in
      let (virsh, other) = (try Contender(Self.virsh, uri: uri(theirs)), try Contender(ours, uri: uri(own)))
      defer {
        virsh.remove()
        other.remove()
      }
      try await Duel(place: "test+unix:///default", virsh: virsh, other: other).runAlone(DifferentialFamily.all.flatMap(\.test))
    }
  }

  /// Our own daemon, which virsh cannot tell from libvirt's.
  @Test(.enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"), arguments: DifferentialFamily.all.filter { !$0.test.isEmpty })
  func virshOnOurDaemon(family: DifferentialFamily) async throws {
    let folder = try SocketFolder()
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"))
    let virsh = try Contender(Self.virsh, uri: "test+unix://%/node.xml?socket=\(LiveLibvirtd.socket ?? "")")
    let same = try Contender(Self.virsh, uri: "test+unix://%/node.xml?socket=\(daemon.path)")
    try await fight("our daemon, virsh", virsh, same, family.test)
    await daemon.stop()
    folder.remove("daemon")
  }

  @Test(.enabled(if: LiveLibvirtd.socket != nil, "needs libvirtd"), arguments: DifferentialFamily.all.filter { !$0.guest.isEmpty })
  func onAGuest(family: DifferentialFamily) async throws {
    let uri = "qemu+unix:///system?socket=\(LiveLibvirtd.socket ?? "")"
    try await withOurs { ours in
      let contenders = try [(Self.virsh, "virsh"), (ours, "ours-")].map {
        try Contender($0.0, uri: uri, domain: "diff-\(getpid())-\($0.1)")
      }
      var prepared: [Contender] = []
      for contender in contenders { prepared.append(try await guest(for: contender)) }
      defer { for contender in contenders { contender.remove() } }
      let outcome: Result<Void, any Error>
      do {
        try await Duel(place: "qemu", virsh: prepared[0], other: prepared[1]).runInTurn(family.guest)
        outcome = .success(())
      } catch {
        outcome = .failure(error)
      }
      for contender in contenders {
        for line in ["destroy @", "undefine @ --managed-save"] {
          _ = try await ProgramRun.run(Self.virsh, ["-c", uri, contender.filled(line)])
        }
      }
      try outcome.get()
    }
  }

  /// Defines a contender's guest, and says what of it differs from the other's.
  private func guest(for contender: Contender) async throws -> Contender {
    let file = "\(contender.folder)/guest.xml"
    try BootSectorGuest.definition(name: contender.domain, disk: "\(contender.folder)/disk.raw").write(to: file)
    func ask(_ line: String) async throws -> String {
      let run = try await ProgramRun.run(Self.virsh, ["-c", contender.uri, line])
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    _ = try await ask("define \(file)")
    var contender = contender
    let uuid = try await ask("domuuid \(contender.domain)").split(separator: "\n").first.map(String.init) ?? ""
    contender.patience = .seconds(30)
    contender.own = [(uuid, "UUID"), (contender.domain, "GUEST")]
    return contender
  }
}
