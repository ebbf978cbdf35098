import Glibc
import Testing

/// What a connection asks at the terminal while it is opened. The test host of a definition file asks for names and passwords.
@Suite(.serialized, .timeLimit(.minutes(20))) struct QuestionTests {
  private static let node = """
    <node><auth><user password='s3cret'>alice</user></auth>
    <domain type='test'><name>d</name><memory>1024</memory><os><type>hvm</type></os></domain></node>
    """

  private struct Asked {
    let session: TerminalSession
    var uri: String { "test://\(session.home.path)/node.xml" }
    var prompt: String { "virtsh \(uri) # " }

    init(_ arguments: (String) -> [String] = { ["-c", $0] }) throws {
      let home = try TemporaryFolder()
      try home.write(QuestionTests.node, to: "node.xml")
      session = try TerminalSession(
        "virtsh", arguments("test://\(home.path)/node.xml"), columns: 200, home: home, variables: ["PS1=$ "])
    }

    func answerName(_ name: String = "alice") async throws {
      try await session.wait(for: "the first question") { $0.screen.lineToCursor == "Enter username for localhost: " }
      #expect(session.modes.c_lflag & tcflag_t(ECHO) != 0)
      try session.type("\(name)\r")
      try await session.wait(for: "the second question") {
        $0.screen.lineToCursor == "Enter \(name)'s password for localhost: " && $0.modes.c_lflag & tcflag_t(ECHO) == 0
      }
    }
  }

  @Test func aPasswordIsNotShownAndKeptNowhere() async throws {
    let asked = try Asked()
    try await asked.answerName()
    try asked.session.type("s3cret\r")
    try await asked.session.waitForPrompt(asked.prompt)
    #expect(!asked.session.screen.text.contains("s3cret"))
    try asked.session.type("quit\r")
    #expect(try await asked.session.waitForEnd() == .exited(0))
    #expect(asked.session.home.read(".local/state/virtsh/history")?.contains("s3cret") != true)
    #expect(asked.session.modesAreRestored)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT]) func aSignalWhileAPasswordIsTyped(signal: Int32) async throws {
    let asked = try Asked()
    try await asked.answerName()
    try asked.session.type("s3c")
    asked.session.send(signal: signal)
    #expect(try await asked.session.waitForEnd() == .killed(signal: signal))
    #expect(asked.session.modesAreRestored)
  }

  @Test func ctrlCGivesUpOneCommandOrTheProgram() async throws {
    let asked = try Asked()
    try await asked.answerName()
    try asked.session.type("s3c\u{3}")
    #expect(try await asked.session.waitForEnd() == .exited(130))
    #expect(asked.session.modesAreRestored)

    let second = try Asked { _ in ["-c", "test:///default"] }
    try await second.session.waitForPrompt()
    try second.session.type("connect \(second.uri)\r")
    try await second.answerName()
    try second.session.type("s3c\u{3}")
    try await second.session.waitForPrompt(below: "note: still connected to test:///default")
    // Not a key of the password is left for the line.
    try second.session.type("echo whole\r")
    try await second.session.waitForPrompt(below: "whole")
  }

  @Test func halfAPasswordIsNoLineForWhoeverReadsNext() async throws {
    let asked = try Asked { _ in ["--within", "6", "-c", "test:///default"] }
    try await asked.session.waitForPrompt()
    try asked.session.type("connect \(asked.uri)\r")
    try await asked.answerName()
    try asked.session.type("s3c")
    try await asked.session.waitForPrompt(below: "error: 'connect' was given up: it took longer than 6.0 s (--within)")
    try asked.session.type("echo whole\r")
    try await asked.session.waitForPrompt(below: "whole")
    #expect(!asked.session.screen.text.contains("s3c"))
  }

  /// A shell that took over would show what is typed.
  @Test func ctrlZDoesNotStopAtASecret() async throws {
    let asked = try Asked()
    try await asked.answerName()
    try asked.session.type("\u{1a}\u{15}s3cret\r")
    try await asked.session.waitForPrompt(asked.prompt)
  }

  @Test func endOfInputIsNoAnswer() async throws {
    let asked = try Asked()
    try await asked.answerName()
    try asked.session.type("\u{4}")
    #expect(try await asked.session.waitForEnd() == .exited(4))
    #expect(asked.session.screen.text.contains("error: authentication failed: authentication failed, see test XML"))
    #expect(asked.session.modesAreRestored)
  }

  @Test func aScriptOnStandardInputIsNotTakenForTheAnswer() async throws {
    let home = try TemporaryFolder()
    try home.write(Self.node, to: "node.xml")
    let session = try TerminalSession(columns: 200, home: home, variables: ["PS1=$ "], inShell: true)
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
    try session.type("printf 'list --name\\necho done\\n' | ~/virtsh -c test://\(home.path)/node.xml\r")
    try await session.wait(for: "the first question") { $0.screen.lineToCursor == "Enter username for localhost: " }
    try session.type("alice\r")
    try await session.wait(for: "the second question") { $0.modes.c_lflag & tcflag_t(ECHO) == 0 }
    try session.type("s3cret\r")
    try await session.wait(for: "the end") { $0.screen.lineToCursor == "$ " && $0.screen.text.contains("\nd\ndone\n") }
  }

  @Test func eachStageIsTold() async throws {
    let asked = try Asked { _ in ["-c", "test:///default"] }
    try await asked.session.waitForPrompt()
    try asked.session.type("connect --verbose test+tcp://127.0.0.1:1/default\r")
    try await asked.session.waitForPrompt(below: "note: still connected to test:///default")
    let lines = asked.session.screen.lines.map { $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init) }
    #expect(lines.contains { $0.first == "note:" && Array($0.dropFirst(2)) == ["s:", "connecting", "to", "127.0.0.1:1"] })
  }
}
