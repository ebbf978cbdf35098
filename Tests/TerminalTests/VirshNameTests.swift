import Glibc
import Testing

/// The same program called `virsh`: it keeps virsh's own ways at the terminal.
@Suite(.serialized, .timeLimit(.minutes(20))) struct VirshNameTests {
  @Test func bannerAndPromptHaveTheName() async throws {
    let session = try TerminalSession("virsh")
    try await session.waitForPrompt("virsh # ")
    #expect(session.screen.lines.first == "Welcome to virsh, the virtualization interactive terminal.")
    try session.type("quit\r")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func controlCAtThePromptEndsTheProgramByTheSignal() async throws {
    let session = try TerminalSession("virsh")
    try await session.waitForPrompt("virsh # ")
    try session.type("list\u{3}")
    #expect(try await session.waitForEnd() == .killed(signal: SIGINT))
    #expect(session.modesAreRestored)
  }

  @Test func controlDEndsTheSession() async throws {
    let session = try TerminalSession("virsh", ["-c", "test:///default", "-r"])
    try await session.waitForPrompt("virsh > ")
    try session.type("\u{4}")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func controlCEndsACommandAndNotTheSession() async throws {
    let session = try TerminalSession("virsh")
    try await session.waitForPrompt("virsh # ")
    try session.type("event --all --loop\r")
    try await session.wait(for: "a running command") { $0.modes.isCooked }
    try session.type("\u{3}")
    try await session.waitForPrompt("virsh # ", below: "events received: 0")
  }
}
