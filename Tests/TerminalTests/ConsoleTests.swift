import Glibc
import TestDaemonKit
import Testing

/// The terminal in a real guest's hands, and back.
@Suite(.serialized, .timeLimit(.minutes(20)), .enabled(if: LiveGuest.isPossible, "needs libvirtd and virsh"))
struct ConsoleTests {
  private let guest: LiveGuest

  init() async throws { guest = try LiveGuest() }

  /// A program whose terminal is connected with the guest, which has answered.
  private func console(_ name: String = "virtsh", _ words: [String] = [], isNew: Bool = true) async throws -> TerminalSession {
    let session = try TerminalSession(name, ["-c", guest.uri, "console", guest.name] + words)
    try await session.wait(for: "the greeting") { $0.screen.text.contains("Escape character is ^] (Ctrl + ])") }
    try await answers(session, isNew: isNew)
    return session
  }

  /// Waits until it echoes; one that has not begun yet begins.
  private func answers(_ session: TerminalSession, isNew: Bool = true) async throws {
    if isNew {
      try guest.resume()
      try await session.wait(for: "the guest's banner") { $0.screen.text.contains("virtsh guest") }
    }
    try session.type("hello")
    try await session.wait(for: "the guest's echo") { $0.screen.text.contains("hello") }
  }

  @Test(arguments: ["\u{1d}", "\r~."])
  func theUserLeaves(way: String) async throws {
    let session = try await console()
    try session.type(way)
    #expect(try await session.waitForEnd() == .exited(0))
    // The cursor is below what the guest wrote.
    #expect(session.screen.isBelowText)
    #expect(session.modesAreRestored)
  }

  @Test func virshKnowsOneWayOnly() async throws {
    let session = try await console("virsh")
    try session.type("\r~.")
    try await session.wait(for: "the tilde") { $0.screen.text.contains("~.") }
    try session.type("\u{1d}")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func theGuestEnds() async throws {
    let session = try await console()
    try session.type("q")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.screen.text.contains("note: the console of '\(guest.name)' was closed at its end"))
    #expect(session.modesAreRestored)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalEndsUs(number: Int32) async throws {
    let session = try await console()
    session.send(signal: number)
    #expect(try await session.waitForEnd() == .killed(signal: number))
    #expect(session.modesAreRestored)
  }

  @Test func aFloodIsShownWholeAndCanBeLeft() async throws {
    let session = try await console()
    let before = session.screen.received
    let memory = session.peakMemory
    try session.type("f")
    try await session.wait(for: "the flood's end") { $0.screen.lines.contains("end") }
    #expect(session.screen.received - before >= BootSectorGuest.floodSize)
    try session.type("f")
    // Nobody reads the terminal meanwhile.
    try await Task.sleep(for: .milliseconds(300))
    #expect(memory > 0 && session.peakMemory - memory < 16 << 10, "\(memory) KiB, then \(session.peakMemory) KiB")
    try session.type("\u{1d}")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func anotherSessionHasIt() async throws {
    let first = try await console()
    let second = try TerminalSession("virtsh", ["-c", guest.uri, "console", guest.name])
    #expect(try await second.waitForEnd() == .exited(1))
    #expect(second.screen.text.contains("hint: another session has it; 'console \(guest.name) --force' takes it"))
    let third = try await console("virtsh", ["--force"], isNew: false)
    #expect(try await first.waitForEnd() != .exited(2))
    #expect(first.modesAreRestored)
    try third.type("\u{1d}")
    #expect(try await third.waitForEnd() == .exited(0))
  }

  @Test func theSessionGoesOnWithWhatWasTypedAhead() async throws {
    let session = try TerminalSession("virtsh", ["-c", guest.uri])
    let prompt = "virtsh qemu+unix:///system # "
    try await session.waitForPrompt(prompt)
    try session.type("console \(guest.name)\r")
    try await session.wait(for: "the greeting") { $0.screen.text.contains("Escape character is") }
    try await answers(session)
    session.resize(columns: 100, rows: 30)
    // What the guest shows is not touched by that, and the editor knows the new size.
    try session.type("abc")
    try await session.wait(for: "the guest's echo") { $0.screen.text.contains("helloabc") }
    try session.type("\u{1d}echo typed ahead\r")
    try await session.waitForPrompt(prompt, below: "typed ahead")
    let long = String(repeating: "x", count: 90)
    try session.type("echo \(long)")
    try await session.wait(for: "a line that is broken at the new width") {
      $0.screen.text.contains(String(long.prefix(100 - prompt.count - 5)))
    }
    try session.type("\rquit\r")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func theGuestIsDestroyed() async throws {
    let session = try await console()
    try guest.destroy()
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.screen.text.contains("note: the console of '\(guest.name)' was closed at its end"))
    #expect(session.modesAreRestored)
  }

  @Test func anotherKeyLeaves() async throws {
    let session = try TerminalSession("virtsh", ["-e", "^A", "-c", guest.uri, "console", guest.name])
    try await session.wait(for: "the greeting") { $0.screen.text.contains("Escape character is ^A (Ctrl + A)") }
    try await answers(session)
    try session.type("\u{1}")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }

  @Test func severalGuestsHaveNoConsoleTogether() async throws {
    let session = try TerminalSession("virtsh", ["-c", guest.uri, "console", "\(guest.name),\(guest.name)"])
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(session.screen.text.contains("error: failed to get domain '\(guest.name),"))
    #expect(session.modesAreRestored)
  }

  @Test func theDaemonDies() async throws {
    let daemon = try await RestartableLibvirtd()
    let other = try LiveGuest("dies", socket: daemon.socket)
    let session = try TerminalSession("virtsh", ["-c", other.uri, "console", other.name])
    try await session.wait(for: "the greeting") { $0.screen.text.contains("Escape character is") }
    try await session.wait(for: "raw modes") { !$0.modes.isCooked }
    daemon.kill()
    #expect(try await session.waitForEnd() == .exited(1))
    #expect(session.screen.text.contains("error: "))
    #expect(session.modesAreRestored)
    try await daemon.start()
    try other.destroy()
  }

  /// libvirtd keeps what a guest does not read, and behind that it hears of no end: such a connection must not be used any more.
  @Test(arguments: [100_000])
  func aGuestThatReadsNothingStallsNoSession(count: Int) async throws {
    let session = try TerminalSession("virtsh", ["-c", guest.uri])
    let prompt = "virtsh qemu+unix:///system # "
    try await session.waitForPrompt(prompt)
    try session.type("console \(guest.name)\r")
    try await session.wait(for: "the greeting") { $0.screen.text.contains("Escape character is") && !$0.modes.isCooked }
    let keys = [UInt8](repeating: UInt8(ascii: "x"), count: count)
    var typed = 0
    try await session.wait(for: "all keys to be taken") { _ in
      typed += session.offer(keys[typed...])
      return typed == count
    }
    try session.type("\u{1d}")
    try await session.wait(for: "the note") { $0.screen.text.contains("has not read all that was typed") }
    try await session.waitForPrompt(prompt)
    try session.type("domstate \(guest.name)\r")
    try await session.waitForPrompt(prompt, below: "paused")
    try session.type("quit\r")
    #expect(try await session.waitForEnd() == .exited(0))
    #expect(session.modesAreRestored)
  }
}
