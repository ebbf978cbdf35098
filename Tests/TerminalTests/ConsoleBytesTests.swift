import Glibc
import TestDaemonKit
import Testing

// Inside the suite of the other consoles, and so one after the other with them.
extension ConsoleTests {
  /// What goes through a console, where the test itself is the guest.
  @Suite struct ConsoleBytesTests {
    private let port: SocketConsole
    private let guest: LiveGuest

    init() throws {
      let folder = try TemporaryFolder()
      port = try SocketConsole(at: "\(folder.path)/port")
      guest = try LiveGuest("port", devices: port.device, in: folder)
    }

    private func console() async throws -> TerminalSession {
      let others = port.accept()
      let session = try TerminalSession("virtsh", ["-c", guest.uri, "console", guest.name, "--devname", "serial1"])
      try await session.wait(for: "the console") { [port] in
        port.accept() > others && $0.screen.text.contains("Escape character") && !$0.modes.isCooked
      }
      return session
    }

    @Test func everyByteReachesTheGuest() async throws {
      let session = try await console()
      let bytes = (0...255).map { UInt8($0) }.filter { $0 != 0x1d && $0 != UInt8(ascii: "~") }
      #expect(session.offer(bytes[...]) == bytes.count)
      var heard: [UInt8] = []
      try await session.wait(for: "all bytes") { [port] _ in
        heard += port.heard()
        return heard.count >= bytes.count
      }
      #expect(heard == bytes)
      try session.type("\u{1d}")
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.modesAreRestored)
    }

    /// Ten megabytes for a terminal that does not take them at first: what we keep is bounded.
    @Test func aGuestThatFloodsTakesNoMemory() async throws {
      let session = try await console()
      let before = session.peakMemory
      let (size, piece) = (10 << 20, [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16))
      var (sent, idle) = (0, 0)
      // Until nobody on the way takes any more.
      while sent < size, idle < 100 {
        let count = port.say(piece[...])
        (sent, idle) = (sent + count, count > 0 ? 0 : idle + 1)
        if count == 0 { try await Task.sleep(for: .milliseconds(5)) }
      }
      #expect(sent < size, "somebody keeps what the terminal does not take")
      var shown = 0
      for _ in 0..<8000 where shown < size {
        if sent < size { sent += port.say(piece.prefix(size - sent)) }
        let count = session.skip()
        shown += count
        if count == 0 { try await Task.sleep(for: .milliseconds(2)) }
      }
      #expect(shown == size)
      #expect(before > 0 && session.peakMemory - before < 32 << 10, "\(before) KiB, then \(session.peakMemory) KiB")
      try session.type("\u{1d}")
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.modesAreRestored)
    }
  }
}
