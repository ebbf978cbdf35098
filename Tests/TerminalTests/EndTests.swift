import Glibc
import Testing

/// However a session ends or pauses, the terminal is as it was.
@Suite(.serialized, .timeLimit(.minutes(20))) struct EndTests {
  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL]) func aSignalAtThePrompt(signal: Int32) async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("half a li")
    try await session.wait(for: "the echo") { $0.screen.lineToCursor == "virtsh test:///default # half a li" }
    #expect(session.screen.modes == ["?2004"])
    session.send(signal: signal)
    #expect(try await session.waitForEnd() == .killed(signal: signal))
    #expect(session.modesAreRestored)
    try await session.wait(for: "pastes as usual") { $0.screen.modes == [] }
  }

  @Test func aHangupThatWasIgnoredAtTheStart() async throws {
    let session = try TerminalSession(variables: ["PS1=$ "], inShell: true)
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
    try session.type("trap '' HUP; exec ~/virtsh -q -c test:///default\r")
    try await session.waitForPrompt()
    session.send(signal: SIGHUP)
    try session.type("echo on\r")
    try await session.waitForPrompt(below: "on")
    session.send(signal: SIGTERM)
    #expect(try await session.waitForEnd() == .killed(signal: SIGTERM))
  }

  @Test func aSignalDuringACommand() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("event --all --loop\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    session.send(signal: SIGTERM)
    #expect(try await session.waitForEnd() == .killed(signal: SIGTERM))
    #expect(session.modesAreRestored)
  }

  @Test func aCrashAndAnExitBetweenLines() async throws {
    for (command, end) in [("crash", TerminalSession.End.killed(signal: SIGSEGV)), ("exit", .exited(3))] {
      let session = try TerminalSession("editor-lab", [])
      try await session.waitForPrompt("lab> ")
      try session.type("\(command)\r")
      #expect(try await session.waitForEnd() == end)
      #expect(session.modesAreRestored)
    }
  }

  @Test func theLineSurvivesControlZ() async throws {
    let session = try TerminalSession(variables: ["PS1=$ "], inShell: true)
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
    try session.type("~/virtsh -q -c test:///default\r")
    try await session.waitForPrompt()
    try session.type("echo on\u{2}")
    try await session.wait(for: "the echo") { $0.screen.lineToCursor == "virtsh test:///default # echo o" }
    try session.type("\u{1a}")
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " && $0.modes.isCooked && $0.screen.modes == [] }
    try session.type("fg\r")
    try await session.wait(for: "the line") { $0.screen.lineToCursor == "virtsh test:///default # echo o" && !$0.modes.isCooked }
    #expect(session.screen.lines.last == "virtsh test:///default # echo on")
    try session.type("X\r")
    try await session.waitForPrompt(below: "oXn")
    try session.type("quit\r")
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
  }

  @Test func aCommandSurvivesControlZ() async throws {
    let session = try TerminalSession(variables: ["PS1=$ "], inShell: true)
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
    try session.type("~/virtsh -q -c test:///default\r")
    try await session.waitForPrompt()
    try session.type("event --all --loop\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    try session.type("\u{1a}")
    try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
    try session.type("fg\r")
    try await session.wait(for: "the command") { $0.screen.lines.last?.hasPrefix("~/virtsh") == true }
    try session.type("\u{3}")
    try await session.wait(for: "the command's end") { $0.screen.text.contains("events received: 0\n") }
    try await session.waitForPrompt()
    try session.type("echo on\r")
    try await session.waitForPrompt(below: "on")
  }
}
