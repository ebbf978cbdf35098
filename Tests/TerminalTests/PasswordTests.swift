import Glibc
import TestDaemonKit
import Testing

/// A daemon's own questions, by SASL, at a real terminal.
@Suite(.serialized, .timeLimit(.minutes(20))) struct PasswordTests {
  private static let secret = "w0nder-l4nd"
  private static let questions = ["Please enter your authentication name: ", "Please enter your password: "]

  private static func withDaemon(_ body: (_ uri: String) async throws -> Void) async throws {
    let folder = try SocketFolder()
    var options = TestDaemonOptions()
    options.authentication = [.sasl]
    options.passwords = ["alice": secret]
    let daemon = try await TestDaemon.start(at: folder.socket("d"), options: options)
    let result: Result<Void, any Error>
    do { result = .success(try await body("test+unix:///default?socket=\(folder.socket("d"))")) } catch { result = .failure(error) }
    await daemon.stop()
    folder.remove("d")
    try result.get()
  }

  private static func answer(_ session: TerminalSession, _ password: String = secret) async throws {
    try await session.wait(for: "the name's question") { $0.screen.lineToCursor == questions[0] }
    #expect(session.modes.c_lflag & tcflag_t(ECHO) != 0)
    try session.type("alice\r")
    try await session.wait(for: "the password's question") {
      $0.screen.lineToCursor == questions[1] && $0.modes.c_lflag & tcflag_t(ECHO) == 0
    }
    try session.type(password)
  }

  /// Not on the screen, in no history, in no log.
  @Test(arguments: ["virtsh", "virsh"]) func thePasswordIsKeptNowhere(name: String) async throws {
    try await Self.withDaemon { uri in
      let home = try TemporaryFolder()
      let session = try TerminalSession(
        name, ["-d", "0", "-l", "\(home.path)/log", "-c", uri], columns: 120, home: home, variables: ["LIBVIRT_DEBUG=1"])
      try await Self.answer(session, Self.secret + "\r")
      try await session.wait(for: "the prompt") { $0.screen.lineToCursor.hasSuffix("# ") && !$0.modes.isCooked }
      try session.type("list --name\r")
      try await session.wait(for: "the list") { $0.screen.text.contains("\ntest\n") && $0.screen.lineToCursor.hasSuffix("# ") }
      #expect(!session.screen.text.contains(Self.secret))
      try session.type("quit\r")
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.modesAreRestored)
      for file in ["log", ".local/state/virtsh/history", ".cache/virsh/history"] {
        #expect(home.read(file)?.contains(Self.secret) != true, "\(file)")
      }
      #expect(home.read("log") != nil)
    }
  }

  @Test(arguments: ["virtsh", "virsh"]) func aWrongPassword(name: String) async throws {
    try await Self.withDaemon { uri in
      let session = try TerminalSession(name, ["-c", uri], columns: 120)
      try await Self.answer(session, "wr0ng-one\r")
      #expect(try await session.waitForEnd() == .exited(name == "virsh" ? 1 : 4))
      #expect(session.screen.text.contains("error: authentication failed: authentication failed"))
      #expect(!session.screen.text.contains("wr0ng-one"))
      #expect(session.modesAreRestored)
    }
  }

  @Test(arguments: ["virtsh", "virsh"]) func controlC(name: String) async throws {
    try await Self.withDaemon { uri in
      let session = try TerminalSession(name, ["-c", uri], columns: 120)
      try await Self.answer(session, "w0nd\u{3}")
      let end = try await session.waitForEnd()
      #expect(end == .exited(130) || end == .killed(signal: SIGINT), "\(end)")
      #expect(!session.screen.text.contains("w0nd"))
      #expect(session.modesAreRestored)
    }
  }

  /// Beside the real virsh, under the same shell.
  @Test(.enabled(if: access("/usr/bin/virsh", X_OK) == 0, "needs virsh")) func asVirshDoes() async throws {
    try await Self.withDaemon { uri in
      var screens: [[String]] = []
      for program in ["/usr/bin/virsh", "~/virsh"] {
        let session = try TerminalSession("virsh", columns: 120, variables: ["PS1=$ "], inShell: true)
        for password in [Self.secret, "wr0ng-one"] {
          try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
          try session.type("\(program) -c '\(uri)' list --name\r")
          try await Self.answer(session, password + "\r")
        }
        try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
        // virsh has an agent of polkit's with it, which has nobody to speak for here.
        screens.append(session.screen.lines.filter { !$0.isEmpty && !$0.contains(program) && !$0.hasPrefix("Authorization not") })
      }
      #expect(screens[0] == screens[1])
      #expect(screens[0].count > 5)
    }
  }
}
