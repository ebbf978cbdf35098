import Glibc
import Testing

/// The Tab key, with a completer that answers at once, in vain, or never.
@Suite(.serialized, .timeLimit(.minutes(20))) struct CompletionTests {
  private func lab(columns: Int = 80) async throws -> TerminalSession {
    let session = try TerminalSession("editor-lab", [], columns: columns)
    try await session.waitForPrompt("lab> ")
    return session
  }

  @Test func theOnlyWayIsTaken() async throws {
    let session = try await lab()
    try session.type("fo\t")
    try await session.wait(for: "a folder, which is not whole") { $0.screen.lineToCursor == "lab> folder/" }
    try session.type("x domain-sta\t")
    try await session.wait(for: "a whole word and a blank") { $0.screen.lineToCursor == "lab> folder/x domain-start " }
  }

  @Test func inTheMiddleOfALine() async throws {
    let session = try await lab()
    try session.type("domain-sta end\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[D\t")
    try await session.wait(for: "the word before the cursor") {
      $0.screen.lineToCursor == "lab> domain-start " && $0.screen.lines.last == "lab> domain-start  end"
    }
  }

  @Test func severalWaysAreListed() async throws {
    let session = try await lab()
    try session.type("doma\t")
    try await session.wait(for: "what they have in common") { $0.screen.lineToCursor == "lab> domain-st" }
    try session.type("\t")
    try await session.wait(for: "the list, and the line again") {
      $0.screen.lines == ["lab> domain-st", "domain-start  domain-stop", "lab> domain-st"]
    }
    try session.type("o\t\r")
    try await session.waitForPrompt("lab> ", below: "got \"domain-stop \"")
  }

  @Test func wideLettersAreListedInColumns() async throws {
    let session = try await lab(columns: 30)
    try session.type("döm\t")
    try await session.wait(for: "what they have in common") { $0.screen.lineToCursor == "lab> dömäne-gr" }
    try session.type("\t")
    try await session.wait(for: "the list") { $0.screen.lines == ["lab> dömäne-gr", "dömäne-größe  dömäne-grün", "lab> dömäne-gr"] }
  }

  @Test func aListDoesNotSendControls() async throws {
    let session = try await lab()
    try session.type("e\t")
    try await session.wait(for: "a question mark") { $0.screen.lineToCursor == "lab> evil?[2J " }
  }

  @Test func aLongListIsCut() async throws {
    let session = try await lab()
    try session.type("many\t\t")
    try await session.wait(for: "the list's end") {
      $0.screen.lines.suffix(2) == ["… and 9,900 more", "lab> many-"]
    }
  }

  @Test func nothingToComplete() async throws {
    let session = try await lab()
    try session.type("xyz\t")
    try await session.wait(for: "a bell") { $0.screen.bells == 1 && $0.screen.lineToCursor == "lab> xyz" }
  }

  @Test func aSlowAnswerIsGivenUpAndKeysWait() async throws {
    let session = try await lab()
    try session.type("slow\tX\r")
    try await session.waitForPrompt("lab> ", below: "got \"slowX\"")
    #expect(session.screen.bells == 1)
  }

  @Test func controlCGivesUpWaiting() async throws {
    let session = try await lab()
    try session.type("slow\t\u{3}")
    try await session.wait(for: "a fresh prompt") { $0.screen.lines == ["lab> slow^C", "lab>"] }
  }

  @Test func keysBehindATabWaitForIt() async throws {
    let session = try await lab()
    try session.type("domain-sta\t\r")
    try await session.waitForPrompt("lab> ", below: "got \"domain-start \"")
  }
}
