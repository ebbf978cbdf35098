import Drivers
import LibvirtProtocol
import TestDaemonKit
import Testing

/// What the user is asked for.
@Suite(.timeLimit(.minutes(20)), .enabled(if: SASLLibvirtd.isPossible, "needs libvirtd and sasl2-bin"))
struct SASLPromptTests {
  @Test(arguments: [("SCRAM-SHA-256", SASLLibvirtd.Way.unix), ("PLAIN", .unix), ("DIGEST-MD5", .tcp), ("PLAIN", .tls)])
  func questionsAreVirshs(mechanism: String, way: SASLLibvirtd.Way) async throws {
    try await SASLLibvirtd.with(mechanism) { daemon in
      let user = ScriptedDialogue([SASLLibvirtd.name, SASLLibvirtd.password])
      let driver = try await SASLLibvirtd.open(daemon.uri(way), dialogue: user)
      #expect(try await driver.call(Remote.connectGetType) == "QEMU")
      await driver.close()
      #expect(user.questions.map(\.isSecret) == [false, true])
      let virsh = try await ProgramRun.run("/usr/bin/virsh", ["-c", daemon.uri(way), "uri"])
      #expect(virsh.output.hasPrefix(user.questions.map { "\($0.text): " }.joined()))
      // What a file says is not asked for.
      let file = try daemon.file(text: "[auth-libvirt-default]\ncredentials=x\n[credentials-x]\nauthname=alice\n")
      let asked = ScriptedDialogue([SASLLibvirtd.password])
      await (try await SASLLibvirtd.open(daemon.uri(way, "authfile=\(file)"), dialogue: asked)).close()
      #expect(asked.questions == [user.questions[1]])
    }
  }

  @Test func wrongAnswersAndNone() async throws {
    try await SASLLibvirtd.with("SCRAM-SHA-256") { daemon in
      for (name, password) in [("alice", "x"), ("nobody", "wonder")] {
        let user = ScriptedDialogue([name, password])
        await Self.refuses("authentication failed: authentication failed") {
          try await SASLLibvirtd.open(daemon.uri(.unix), dialogue: user)
        }
        #expect(user.questions.count == 2, "nobody is asked again")
      }
      await Self.refuses("authentication failed: Failed to collect auth credentials") {
        try await SASLLibvirtd.open(daemon.uri(.unix), dialogue: ScriptedDialogue([nil]))
      }
      await Self.refuses("authentication failed: Failed to collect auth credentials") {
        try await SASLLibvirtd.open(daemon.uri(.unix))
      }
    }
  }

  /// Whatever ends the attempt ends the question.
  @Test(arguments: SASLLibvirtd.Way.allCases)
  func aQuestionThatIsNotAnswered(way: SASLLibvirtd.Way) async throws {
    try await SASLLibvirtd.with("DIGEST-MD5 SCRAM-SHA-256") { daemon in
      let uri = daemon.uri(way)
      await Self.refuses("Timed out during operation: \(uri) was not opened in time") {
        try await SASLLibvirtd.open(uri, dialogue: ScriptedDialogue([]), deadline: .now + .seconds(8))
      }
      let user = ScriptedDialogue(["alice"])
      let given = Task { try await SASLLibvirtd.open(uri, dialogue: user) }
      try await user.waits(forQuestions: 2)
      given.cancel()
      await #expect(throws: CancellationError.self) { try await given.value }
      let other = ScriptedDialogue([])
      let lost = Task { try await SASLLibvirtd.open(uri, dialogue: other) }
      try await other.waits(forQuestions: 1)
      daemon.daemon.kill()
      await Self.refuses("End of file while reading data: Input/output error") { try await lost.value }
    }
  }

  private static func refuses(_ message: String, _ body: () async throws -> any Driver) async {
    do {
      _ = try await body()
      Issue.record("was opened")
    } catch let error as LibvirtError {
      #expect(error.message == message)
    } catch {
      Issue.record("\(error)")
    }
  }
}
