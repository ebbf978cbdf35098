import TestDaemonKit
import TestDriver
import Testing

/// A session at a terminal whose link stalls, or breaks.
@Suite(.serialized, .timeLimit(.minutes(20))) struct LostConnectionTests {
  private let folder: SocketFolder
  private let prompt = "virtsh test+unix:///default # "

  init() throws { folder = try SocketFolder() }

  private func daemon() async throws -> TestDaemon {
    try await TestDaemon.start(at: folder.socket("daemon"), host: TestHost(.default, uri: "test:///default"))
  }

  private func session(at socket: String) async throws -> TerminalSession {
    let session = try TerminalSession(
      "virtsh", ["-q", "-k", "0", "-c", "test+unix:///default?socket=\(folder.socket(socket))"], columns: 120)
    try await session.waitForPrompt(prompt)
    return session
  }

  @Test func aStalledLinkIsShownAndCanBeLeft() async throws {
    let daemon = try await daemon()
    let proxy = try await RoundTripProxy.start(at: folder.socket("proxy"), target: folder.socket("daemon"))
    let session = try await session(at: "proxy")
    proxy.stall()
    try session.type("list\r")
    try await session.wait(for: "what is waited for") {
      $0.screen.text.contains(/waiting for test\+unix:\/\/\/default \([0-9]+ s, virConnect/)
    }
    try session.type("\u{3}")
    try await session.waitForPrompt(prompt)
    #expect(!session.screen.text.contains("waiting for"))
    #expect(session.screen.text.contains("error: interrupted"))
    // The connection is as good as before.
    proxy.recover()
    try session.type("domstate test\r")
    try await session.waitForPrompt(prompt, below: "running")
    await proxy.stop()
    await daemon.stop()
    folder.remove("proxy", "daemon")
  }

  @Test func aBrokenLinkIsShownAndComesBack() async throws {
    let first = try await daemon()
    let session = try await session(at: "daemon")
    try session.type("subscribe; echo subscribed\r")
    try await session.waitForPrompt(prompt, below: "subscribed")
    try session.type("echo hal")
    await first.stop()
    try await session.wait(for: "the loss above the line") {
      $0.screen.text.contains("error: Disconnected from test+unix:///default?socket=")
        && $0.screen.lineToCursor == "virtsh test+unix:///default (reconnecting) # echo hal"
    }
    // A command waits, visibly, and can be given up.
    try session.type("\u{15}domstate test\r")
    try await session.wait(for: "what is waited for") { $0.screen.text.contains("waiting for test+unix:///default to come back") }
    try session.type("\u{3}")
    try await session.waitForPrompt("virtsh test+unix:///default (reconnecting) # ")
    // One that is not given up goes on when the connection is back.
    try session.type("domstate test\r")
    let second = try await daemon()
    try await session.wait(for: "the news") { $0.screen.text.contains("note: Reconnected to test+unix:///default") }
    try await session.waitForPrompt(prompt, below: "running")
    try session.type("suspend test\r")
    try await session.wait(for: "an event of the new daemon") {
      $0.screen.text.contains("event 'lifecycle' for domain 'test': Suspended Paused")
    }
    try await session.waitForPrompt(prompt)
    await second.stop()
    folder.remove("daemon")
  }
}
