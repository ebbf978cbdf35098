import Testing

/// `watch`, and programs that have the terminal.
@Suite(.serialized, .timeLimit(.minutes(20))) struct WatchTests {
  @Test func eachRoundIsDrawnOverTheOneBefore() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("watch 0.1 dominfo test\r")
    try await session.wait(for: "a round") { $0.screen.lines.contains { $0.hasPrefix("CPU time:") } }
    let first = session.screen.lines
    #expect(first[0].hasPrefix("Every 0.1 s: dominfo test"))
    #expect(first[0].contains("test:///default  20"))
    #expect(first[1] == "")
    #expect(first[2] == "Id:             1")
    try await session.wait(for: "a later round") { session in
      session.screen.lines.contains { $0.hasPrefix("CPU time:") && !first.contains($0) }
    }
    #expect(session.screen.lines.count { $0.hasPrefix("Every") } == 1)
    #expect(session.screen.unknown == [])
    try session.type("\u{3}")
    try await session.waitForPrompt()
    #expect(session.screen.lines[0].hasPrefix("Every 0.1 s"))
    try session.type("domstate test\r")
    try await session.waitForPrompt(below: "running")
  }

  @Test func aFailureIsShownAndTheWatchGoesOn() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("watch --count 3 0.1 domid nope\r")
    try await session.waitForPrompt(below: "error: failed to get domain 'nope'")
    #expect(session.screen.lines.count { $0.hasPrefix("error") } == 1)
  }

  @Test func aDumbTerminalGetsOneRoundAfterTheOther() async throws {
    let session = try TerminalSession(terminalName: "dumb")
    try await session.wait(for: "prompt") { $0.screen.lineToCursor == "virtsh test:///default # " }
    try session.type("watch --count 2 0.1 domstate test\r")
    try await session.wait(for: "an answer") {
      $0.screen.text.contains("\nrunning\n\nrunning\n") && $0.screen.lineToCursor == "virtsh test:///default # "
    }
  }

  @Test func aProgramHasTheTerminal() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("domstate test | sh -c 'cat; read x < /dev/tty; echo got $x'\r")
    try await session.wait(for: "the answer") { $0.screen.lineToCursor == "" && $0.screen.lines.last == "running" }
    try session.type("it\r")
    try await session.waitForPrompt(below: "got it")
  }

  @Test func controlCReachesAProgramAndLeavesNoneBehind() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type("event --all --loop | cat\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    try session.type("\u{3}")
    try await session.waitForPrompt()
    try session.type("domstate test | sleep 1000\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    try session.type("\u{3}")
    try await session.waitForPrompt()
    try session.type("echo on\r")
    try await session.waitForPrompt(below: "on")
  }

  @Test func aProgramThatLivesOnKeepsTheTerminal() async throws {
    let session = try TerminalSession()
    try await session.waitForPrompt()
    try session.type(
      "domstate test | sh -c 'trap \"echo caught\" INT; echo go; until read a </dev/tty; do :; done; echo got $a'\r")
    try await session.wait(for: "the program") { $0.screen.lines.last == "go" }
    for count in 1...2 {
      try session.type("\u{3}")
      try await session.wait(for: "the key") { $0.screen.lines.count { $0.hasSuffix("caught") } == count }
    }
    try session.type("it\r")
    try await session.waitForPrompt(below: "got it")
  }
}
