import Glibc
import Testing

/// Text that is pasted is text, whatever it holds.
@Suite(.serialized, .timeLimit(.minutes(20))) struct PasteTests {
  private func lab() async throws -> TerminalSession {
    let session = try TerminalSession("editor-lab", [])
    try await session.waitForPrompt("lab> ")
    return session
  }

  @Test func tabsAndLineEndsStay() async throws {
    let session = try await lab()
    #expect(session.screen.modes == ["?2004"])
    try session.type("\u{1b}[200~a\tb\nc\rd\n\n\u{1b}[201~")
    try await session.wait(for: "the text") { $0.screen.lines == ["lab> a  b", "c", "d"] }
    try session.type("\r")
    try await session.waitForPrompt("lab> ", below: "got \"a\\tb\\nc\\nd\"")
  }

  @Test func severalLinesRunAsSeveralCommands() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("\u{1b}[200~echo one\necho \"two\tthree\"\necho four\n\u{1b}[201~")
    try await session.wait(for: "the text") { $0.screen.lines.last == "echo four" }
    try session.type("\r")
    try await session.waitForPrompt(below: "four")
    #expect(session.screen.lines.suffix(6) == ["one", "", "two     three", "", "four", "", "virtsh test:///default #"].suffix(6))
    // They come back as they were pasted.
    try session.type("\u{10}")
    try await session.wait(for: "the lines") { $0.screen.lines.last == "echo four" }
  }

  @Test func controlsAreHarmless() async throws {
    let session = try await lab()
    try session.type("\u{1b}[200~a\u{1b}[2Jb\u{7}\u{15}\u{202e}c\u{1b}[201~\r")
    try await session.waitForPrompt("lab> ", below: "got \"a\u{fffd}[2Jb\u{fffd}\u{fffd}\u{fffd}c\"")
  }

  @Test func inPieces() async throws {
    let session = try await lab()
    try session.type("\u{1b}[200~one\ttw")
    try session.type("o\u{1b}[20")
    try session.type("1~\r")
    try await session.waitForPrompt("lab> ", below: "got \"one\\ttwo\"")
  }

  @Test func tooMuchIsRefused() async throws {
    let session = try await lab()
    let line = String(repeating: "0123456789", count: 100) + "\n"
    try session.type("\u{1b}[200~")
    for _ in 0..<300 {
      var bytes = Array(line.utf8)[...]
      while !bytes.isEmpty {
        bytes = bytes.dropFirst(session.offer(bytes))
        try await session.wait(for: "nothing") { _ in true }
      }
    }
    try session.type("\u{1b}[201~")
    try await session.waitForPrompt("lab> ", below: "pasted text of more than 256 KiB is not taken; run it from a file")
  }

  @Test func controlCEndsAPasteThatNeverEnds() async throws {
    let session = try await lab()
    try session.type("\u{1b}[200~one two")
    try session.type("\u{3}")
    try await session.wait(for: "a fresh prompt") { $0.screen.lines == ["lab> ^C", "lab>"] }
  }
}
