import Glibc
import Testing

/// By the name `virsh`, the program does what virsh 9.0.0 does: the same bytes, the same status.
@Suite(.timeLimit(.minutes(20))) struct VirshTests {
  @Test func recordingsAreThere() {
    #expect(Recordings.cases.count == 286)
    #expect(Recordings.cases.contains { $0.stdin != nil })
    #expect(Recordings.lines.count == 650)
    #expect(Recordings.fixtures.count >= 22)
  }

  @Test(arguments: Recordings.cases)
  func recorded(recording: Recordings.Case) async throws {
    let run = try await Program.asVirsh.run(line: recording.line, input: recording.stdin ?? "", fixtures: Recordings.fixtures)
    #expect(run.masked == recording.run)
  }

  @Test(
    .enabled(if: access(Program.virsh.path, X_OK) == 0, "needs virsh"), arguments: Recordings.lines)
  func besideVirsh(line: String) async throws {
    async let theirs = Program.virsh.run(line: line, fixtures: Recordings.fixtures)
    async let ours = Program.asVirsh.run(line: line, fixtures: Recordings.fixtures)
    #expect(try await ours.masked == (try await theirs.masked))
  }

  @Test(
    .enabled(if: access(Program.virsh.path, X_OK) == 0, "needs virsh"),
    arguments: [
      "uri\r\nlist\r\n", "dominfo te\t\n", "define fixtures/dom.\t\nlist --all\n", "domname 66\t\n", "start te\t\n", "list --a\t\n",
      "ec\tx\n", "dominfo --do\t te\t\n", "cd fixtures\nmissing\ncd\n", "echo 'no end\nuri\n", "quit\nuri\n",
    ])
  func typedBesideVirsh(input: String) async throws {
    async let theirs = Program.virsh.run(line: "", input: input, fixtures: Recordings.fixtures)
    async let ours = Program.asVirsh.run(line: "", input: input, fixtures: Recordings.fixtures)
    #expect(try await ours.masked == (try await theirs.masked))
  }

  @Test func aFailedConnectKeepsTheOldName() async throws {
    let run = try await Program.asVirsh.run(line: "", input: "destroy test\nconnect test:///nothing/here\nlist --all\n")
    #expect(run.status == 0)
    // The old connection was closed, and with it its host went.
    #expect(run.output.contains(" 1    test   running\n"))
    #expect(
      run.errors == """
        I/O warning : failed to load external entity "/nothing/here"
        error: failed to connect to the hypervisor
        error: XML error: failed to parse xml document '/nothing/here'

        """)
  }
}
