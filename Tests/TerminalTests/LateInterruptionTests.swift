import LibvirtProtocol
import TestDaemonKit
import Testing

/// Ctrl-C that comes when the work is as good as done.
@Suite(.serialized, .timeLimit(.minutes(30))) struct LateInterruptionTests {
  /// Runs a line whose `save` ends after Ctrl-C was pressed, and nonetheless well.
  private func interrupt(_ line: String, _ body: (TerminalSession, TerminalSession.End, _ file: String) throws -> Void) async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.held = [Remote.domainSave.number, Remote.domainManagedSave.number]
    let daemon = try await TestDaemon.start(at: folder.socket("daemon"), options: options)
    let (uri, file) = ("test+unix:///default?socket=\(daemon.path)", folder.socket("saved"))
    let session = try TerminalSession("virtsh", ["-c", uri, line.replacing("FILE", with: file)], columns: 120)
    try await session.wait(for: "the call") { _ in daemon.received.contains(where: options.held.contains) }
    try session.type("\u{3}")
    try await session.wait(for: "the wish") { _ in daemon.received.contains(Remote.domainAbortJob.number) }
    daemon.release()
    try body(session, try await session.waitForEnd(), file)
    await daemon.stop()
    folder.remove("daemon", "saved")
  }

  @Test(arguments: ["save test FILE", "managedsave test", "managedsave 'te*'"])
  func whatEndedAllTheSameIsNoFailure(line: String) async throws {
    try await interrupt(line) { session, end, file in
      #expect(end == .exited(0))
      #expect(session.screen.text.contains("note: Ctrl-C came too late to stop it"))
      let message = line.hasPrefix("save") ? "Domain 'test' saved to \(file)" : "Domain 'test' state saved by libvirt"
      #expect(session.screen.text.contains(message))
      #expect(session.modesAreRestored)
    }
  }

  @Test func theRestOfTheLineIsLeftOut() async throws {
    try await interrupt("save test FILE; echo more") { session, end, _ in
      #expect(end == .exited(130))
      #expect(session.screen.text.contains("Domain 'test' saved to") && !session.screen.text.contains("more"))
    }
  }
}
