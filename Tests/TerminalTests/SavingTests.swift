import Glibc
import TestDaemonKit
import Testing

/// Long jobs on a terminal, with a guest whose memory is not empty.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: LiveGuest.isPossible, "needs libvirtd and virsh"))
struct SavingTests {
  /// A file that takes little before somebody reads it: a job that lasts as long as the test wants.
  private final class SlowFile {
    let path: String
    private let descriptor: Int32

    init(in folder: TemporaryFolder) throws {
      path = "\(folder.path)/slow"
      guard mkfifo(path, 0o600) == 0 else { throw PseudoTerminal.Failure(step: "mkfifo") }
      descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// Reads what there is.
    func drain() {
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while read(descriptor, &piece, piece.count) > 0 {}
    }
  }

  private func save(_ guest: LiveGuest, to file: SlowFile) async throws -> TerminalSession {
    try guest.resume()
    let session = try TerminalSession("virtsh", ["-c", guest.uri, "save", guest.name, file.path], columns: 120)
    try await session.wait(for: "the progress") {
      $0.screen.text.contains(/Save: [\d.]+ MiB of [\d.]+ MiB \(\d+ %\), .*B\/s.*; Ctrl-C stops it/)
    }
    return session
  }

  @Test func controlCStopsASave() async throws {
    let guest = try LiveGuest("save", memory: 64)
    let file = try SlowFile(in: guest.folder)
    let session = try await save(guest, to: file)
    try session.type("\u{3}")
    try await session.wait(for: "that it is being stopped") { $0.screen.text.contains("; stopping; Ctrl-C leaves it running") }
    try await session.wait(for: "what became of it") {
      file.drain()
      return $0.screen.text.contains("note: it was stopped: '\(guest.name)' is running")
    }
    #expect(try await session.waitForEnd() == .exited(130))
    #expect(session.screen.text.contains("error: Failed to save domain '\(guest.name)' to \(file.path)"))
    #expect(session.modesAreRestored)
    #expect(try guest.isIn("running"))
  }

  @Test func aSecondOneLeavesItAlone() async throws {
    let guest = try LiveGuest("leave", memory: 64)
    let file = try SlowFile(in: guest.folder)
    let session = try await save(guest, to: file)
    try session.type("\u{3}")
    try await session.wait(for: "that it is being stopped") { $0.screen.text.contains("; stopping; Ctrl-C leaves it running") }
    try session.type("\u{3}")
    try await session.wait(for: "that it goes on") { $0.screen.text.contains("is still at work: '\(guest.name)' was left to it") }
    #expect(try await session.waitForEnd() == .exited(130))
    #expect(session.modesAreRestored)
    // It ends by itself once its bytes go on.
    for _ in 0..<400
    where try guest.run("domjobinfo \(guest.name)", into: "job") == 0 && "\(guest.folder.path)/job".contents.contains("Save") {
      file.drain()
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test func whatIsSavedGoesOn() async throws {
    let guest = try LiveGuest("managed", memory: 64, isDefined: true)
    try guest.resume()
    for (words, text, state) in [
      (["managedsave", guest.name, "--paused"], "Domain '\(guest.name)' state saved by libvirt", "shut off"),
      (["start", guest.name], "Domain '\(guest.name)' started", "paused"),
      (["save", guest.name, "\(guest.folder.path)/saved", "--running"], "Domain '\(guest.name)' saved to", "shut off"),
      (["restore", "\(guest.folder.path)/saved"], "Domain restored from", "running"),
    ] {
      let session = try TerminalSession("virtsh", ["-c", guest.uri] + words)
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.screen.text.contains(text), "\(session.screen.text)")
      #expect(session.modesAreRestored)
      #expect(try guest.isIn(state), "after \(words)")
    }
  }
}
