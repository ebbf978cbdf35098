import Glibc
import Testing

/// An interactive session as somebody at a terminal has it.
///
/// One at a time: a slow machine should spend its time on the session that is waited for.
@Suite(.serialized, .timeLimit(.minutes(20))) struct InteractiveTests {
  @Test func bannerPromptAndQuit() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    #expect(
      session.screen.lines == [
        "Welcome to virtsh, the virtualization interactive terminal.", "", "Type:  'help' for help with commands",
        "       'quit' to quit", "", "virtsh test:///default #",
      ])
    #expect(!session.modesAreRestored)
    try session.type("quit\r")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
    #expect(session.screen.unknown == [])
  }

  @Test func aCommandShowsItsTable() async throws {
    let session = try TerminalSession("virtsh", ["-q", "-c", "test:///default"])
    try await session.waitForPrompt()
    try session.type("list --all\r")
    try await session.waitForPrompt(below: " 1   test   running")
    #expect(session.screen.lines.contains("virtsh test:///default # list --all"))
  }

  @Test func aFailureLeavesTheSessionRunning() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("domstate nope\r")
    try await session.waitForPrompt(below: "error: failed to get domain 'nope'")
    try session.type("bogus\r")
    try await session.waitForPrompt(below: "error: unknown command: 'bogus'")
    try session.type("domstate test\r")
    try await session.waitForPrompt(below: "running")
  }

  @Test func thePromptShowsAReadOnlyConnection() async throws {
    let session = try TerminalSession("virtsh", ["-r", "-c", "test:///default"])
    try await session.waitForPrompt("virtsh test:///default > ")
    try session.type("connect test:///default\r")
    try await session.waitForPrompt("virtsh test:///default # ")
    try session.type("connect test:///default --readonly\r")
    try await session.waitForPrompt("virtsh test:///default > ")
    try session.type("destroy test\r")
    try await session.waitForPrompt(
      "virtsh test:///default > ", below: "hint: this session refuses changes: 'connect --readwrite' opens it for them")
  }

  @Test func controlCDropsTheLine() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("destroy test")
    try await session.wait(for: "echo") { $0.screen.lineToCursor == "virtsh test:///default # destroy test" }
    try session.type("\u{3}")
    try await session.waitForPrompt()
    try session.type("domstate test\r")
    try await session.waitForPrompt(below: "running")
  }

  @Test func controlCEndsACommandAndNotTheSession() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("event --all --loop\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    // A signal that comes before the command listens ends the command just as well.
    try session.type("\u{3}")
    try await session.waitForPrompt(below: "events received: 0")
    try session.type("echo on\r")
    try await session.waitForPrompt(below: "on")
  }

  @Test func controlDEndsTheSession() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("\u{4}")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func controlDInALineEndsNothing() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("echo ab\u{4}c\r")
    try await session.wait(for: "an answer") { $0.screen.text.contains("\nab") && $0.screen.lineToCursor == "virtsh test:///default # " }
  }

  @Test(arguments: ["\u{1b}[A", "\u{1b}OA", "\u{10}"])
  func theLastLineComesBack(key: String) async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("echo first\r")
    try await session.waitForPrompt(below: "first")
    try session.type("echo second\r")
    try await session.waitForPrompt(below: "second")
    try session.type(key)
    try await session.wait(for: "the second line") { $0.screen.lineToCursor == "virtsh test:///default # echo second" }
    try session.type(key)
    try await session.wait(for: "the first line") { $0.screen.lineToCursor == "virtsh test:///default # echo first" }
    try session.type("\r")
    try await session.waitForPrompt(below: "first")
  }

  @Test(arguments: ["ä", "漢字", "naïve ß"])
  func lettersBeyondASCIIAreEdited(text: String) async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("echo \(text)X")
    try await session.wait(for: "the letters") { $0.screen.lineToCursor == "virtsh test:///default # echo \(text)X" }
    try session.type("\u{7f}\r")
    try await session.waitForPrompt(below: text)
    #expect(session.screen.unknown == [])
  }

  @Test func whatIsTypedAheadIsNotLost() async throws {
    let session = try TerminalSession()
    try session.type("echo one\recho two\r")
    try await session.waitForPrompt(below: "two")
    try session.type("\u{4}")
    #expect(try await session.waitForEnd() == .exited(0))
  }

  @Test func aDumbTerminalIsReadLineByLine() async throws {
    let session = try TerminalSession(terminalName: "dumb")
    try await session.wait(for: "prompt") { $0.screen.lineToCursor == "virtsh test:///default # " }
    #expect(session.modesAreRestored)
    try session.type("echo plain\r")
    try await session.wait(for: "an answer") { $0.screen.text.contains("\nplain") && $0.screen.lineToCursor == "virtsh test:///default # " }
    // The terminal forgets what it has not shown yet when Ctrl-C comes.
    try session.type("half")
    try await session.wait(for: "half a line") { $0.screen.lineToCursor == "virtsh test:///default # half" }
    try session.type("\u{3}")
    try await session.wait(for: "a new prompt") { $0.screen.text.contains("half^C\nvirtsh test:///default #") }
    try session.type("echo 'two\r")
    try await session.wait(for: "the rest of the quotation") { $0.screen.lineToCursor == "   > " }
    try session.type("lines'\r")
    try await session.wait(for: "both lines") { $0.screen.text.contains("\ntwo\nlines\n") && !$0.screen.lineToCursor.contains(">") }
    try session.type("\u{4}")
    #expect(try await session.waitForEnd() == .exited(0))
  }
}
