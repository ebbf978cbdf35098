import Glibc
import TestDaemonKit
import Testing

/// Real ssh at a real terminal: what it asks there, and the keys that are typed there while it carries the connection.
@Suite(
  .serialized, .timeLimit(.minutes(20)),
  .enabled(if: SSHServer.isPossible && Tester.password != nil, "needs root, sshd and VIRTSH_TEST_USER"))
struct SSHQuestionTests {
  private struct Scene {
    let server: SSHServer
    let daemon: TestDaemon
    var uri: String { server.uri(user: Tester.name ?? "", socket: daemon.path) }
    var prompt: String { "virtsh \(uri.prefix { $0 != "?" }) # " }
    var question: String { "\(Tester.name ?? "")@127.0.0.1's password: " }

    func session(_ name: String = "virtsh", _ arguments: [String]? = nil) throws -> TerminalSession {
      try TerminalSession(name, arguments ?? ["-q", "-c", uri], columns: 200, variables: ["PS1=$ "])
    }

    func answerPassword(_ password: String = Tester.password ?? "", in session: TerminalSession, count: Int? = 1, key: String = "\r")
      async throws
    {
      try await session.wait(for: "the question") { session in
        session.screen.lineToCursor == question
          && count.map { count in session.screen.lines.count { $0.hasPrefix(question.dropLast()) } == count } ?? true
          && session.modes.c_lflag & tcflag_t(ECHO) == 0
      }
      try session.type(password + key)
    }
  }

  /// Runs a test with a server that lets in who knows the password, or has the key.
  private static func with(
    isKnown: Bool = true, hasKey: Bool = false, _ body: (Scene) async throws -> Void
  ) async throws {
    try await SSHServer.withDaemon(isKnown: isKnown) { server, daemon in
      if !hasKey { try server.configure("IdentityFile none\nIdentityAgent none") }
      try await body(Scene(server: server, daemon: daemon))
    }
  }

  @Test func aPasswordIsAskedAndNotShown() async throws {
    try await Self.with { scene in
      let session = try scene.session()
      try await scene.answerPassword("wrong", in: session)
      try await scene.answerPassword(in: session, count: 2)
      try await session.waitForPrompt(scene.prompt)
      // It would come behind the second question.
      #expect(!session.screen.text.contains("please try again"))
      #expect(!session.screen.text.contains(Tester.password ?? ""))
      try session.type("domstate test\r")
      try await session.waitForPrompt(scene.prompt, below: "running")
      try session.type("quit\r")
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.modesAreRestored)
      let areGone = try await scene.server.waits { $0.clients.isEmpty }
      #expect(areGone)
    }
  }

  @Test func threeWrongPasswordsAreTheEnd() async throws {
    try await Self.with { scene in
      let session = try scene.session()
      for count in 1...3 { try await scene.answerPassword("wrong", in: session, count: count) }
      #expect(try await session.waitForEnd() == .exited(4))
      #expect(session.screen.text.contains("Permission denied (publickey,password)."))
      #expect(session.modesAreRestored && scene.server.clients.isEmpty)
    }
  }

  /// virsh has what ssh says in its error only.
  @Test func underTheNameVirshNothingIsSaidTwice() async throws {
    try await Self.with { scene in
      let session = try scene.session("virsh", ["-c", scene.uri])
      for count in 1...3 { try await scene.answerPassword("wrong", in: session, count: count) }
      #expect(try await session.waitForEnd() == .exited(1))
      let user = Tester.name ?? ""
      let lines = session.screen.lines.filter { !$0.isEmpty }
      #expect(
        lines == Array(repeating: String(scene.question.dropLast()), count: 3) + [
          "error: failed to connect to the hypervisor", "error: Cannot recv data: Permission denied, please try again.",
          "Permission denied, please try again.", "\(user)@127.0.0.1: Permission denied (publickey,password).: Connection reset by peer",
        ])
    }
  }

  @Test func anUnknownKeyIsConfirmed() async throws {
    try await Self.with(isKnown: false, hasKey: true) { scene in
      try scene.server.script("#!/bin/sh\nexec /usr/bin/ssh -F \(scene.server.path("config")) -l root \"$@\"\n", "ssh")
      let session = try scene.session()
      try await session.wait(for: "the question") { $0.screen.lineToCursor.hasSuffix("(yes/no/[fingerprint])? ") }
      #expect(session.screen.text.contains("The authenticity of host '[127.0.0.1]:\(scene.server.port)"))
      try session.type("yes\r")
      try await session.waitForPrompt(scene.prompt)
      #expect(session.screen.text.contains("Warning: Permanently added"))
      try session.type("quit\r")
      #expect(try await session.waitForEnd() == .exited(0))
      // It is not asked again.
      let second = try scene.session()
      try await second.waitForPrompt(scene.prompt)
      #expect(!second.screen.text.contains("authenticity"))
    }
  }

  @Test func anUnknownKeyIsNotConfirmed() async throws {
    try await Self.with(isKnown: false) { scene in
      let session = try scene.session("virtsh", ["-q", "-c", "test:///default"])
      try await session.waitForPrompt()
      try session.type("connect \(scene.uri)\r")
      try await session.wait(for: "the question") { $0.screen.lineToCursor.hasSuffix("(yes/no/[fingerprint])? ") }
      try session.type("no\r")
      try await session.waitForPrompt()
      #expect(session.screen.text.contains("note: still connected to test:///default"))
      #expect(session.screen.text.contains("error: Cannot recv data: Host key verification failed.: Connection reset by peer"))
      #expect(session.screen.text.contains("hint: the host's key is not known yet"))
      #expect(scene.server.text("known_hosts").isEmpty && scene.server.clients.isEmpty)
    }
  }

  @Test func ctrlCLeavesTheQuestion() async throws {
    try await Self.with { scene in
      let session = try scene.session("virtsh", ["-q", "-c", "test:///default"])
      try await session.waitForPrompt()
      // More than once: ssh and we want the terminal's modes at the same time. ssh may ask again before it hears that it is over.
      for _ in 1...5 {
        try session.type("connect \(scene.uri)\r")
        try await scene.answerPassword("s3c", in: session, count: nil, key: "\u{3}")
        try await session.waitForPrompt(below: "note: still connected to test:///default")
        #expect(scene.server.clients.isEmpty)
        // Not a key of the password is left for the line.
        try session.type("echo whole\r")
        try await session.waitForPrompt(below: "whole")
      }
      try session.type("quit\r")
      #expect(try await session.waitForEnd() == .exited(0))
      #expect(session.modesAreRestored)

      let second = try scene.session()
      try await scene.answerPassword("s3c", in: second, key: "\u{3}")
      #expect(try await second.waitForEnd() == .exited(130))
      #expect(second.modesAreRestored)
      let areGone = try await scene.server.waits { $0.clients.isEmpty }
      #expect(areGone)
    }
  }

  @Test func keysOfTheTerminalAreNotForSSH() async throws {
    try await Self.with { scene in
      let session = try TerminalSession(columns: 200, variables: ["PS1=$ "], inShell: true)
      try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
      try session.type("~/virtsh -q -c '\(scene.uri)'\r")
      try await scene.answerPassword(in: session)
      try await session.waitForPrompt(scene.prompt)
      let client = scene.server.clients
      #expect(client.count == 1)
      // At the prompt, and while a command runs.
      try session.type("echo on\u{3}")
      try await session.waitForPrompt(scene.prompt)
      try session.type("event --all --loop\r")
      try await session.wait(for: "a running command") { $0.modes.isCooked }
      try session.type("\u{3}")
      try await session.waitForPrompt(scene.prompt, below: "events received: 0")
      try session.type("event --all --loop\r")
      try await session.wait(for: "a running command") { $0.modes.isCooked }
      // Stopped in the midst of a command, and at the prompt.
      try session.type("\u{1a}")
      try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
      try session.type("fg\r")
      try await session.wait(for: "the command") { $0.screen.lines.last?.hasPrefix("~/virtsh") == true }
      try session.type("\u{3}")
      try await session.waitForPrompt(scene.prompt, below: "events received: 0")
      try session.type("\u{1a}")
      try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " && $0.modes.isCooked }
      try session.type("fg\r")
      try await session.waitForPrompt(scene.prompt)
      try session.type("domstate test\r")
      try await session.waitForPrompt(scene.prompt, below: "running")
      #expect(scene.server.clients == client)
      #expect(!session.screen.text.contains("Disconnected"))
      try session.type("quit\r")
      try await session.wait(for: "the shell") { $0.screen.lineToCursor == "$ " }
      #expect(session.modes.c_lflag & tcflag_t(ECHO) != 0)
    }
  }

  /// The key does no longer let in: only the user knows more, and they are asked when they wait, and not before.
  @Test func aLostConnectionIsOpenedAgainWithThePassword() async throws {
    try await Self.with(hasKey: true) { scene in
      let session = try scene.session()
      try await session.waitForPrompt(scene.prompt)
      try scene.server.admit(false)
      await scene.daemon.hangUp()
      try await session.wait(for: "the news") { $0.screen.text.contains("note: the next command tries again and can ask you") }
      #expect(session.screen.text.contains("Permission denied (publickey,password)."))
      try session.type("domstate test\r")
      try await scene.answerPassword(in: session)
      try await session.waitForPrompt(scene.prompt, below: "running")
      let refusals = scene.server.text("log").split(separator: "\n").count {
        $0.contains("authenticating user") && $0.contains("[preauth]")
      }
      #expect(refusals == 1)
    }
  }

  /// Nobody can help where no server listens: attempts go on.
  @Test func aLostConnectionIsOpenedAgainWhenTheServerIsBack() async throws {
    try await Self.with(hasKey: true) { scene in
      let session = try scene.session()
      try await session.waitForPrompt(scene.prompt)
      scene.server.stop()
      await scene.daemon.hangUp()
      try await session.wait(for: "the news") {
        $0.screen.text.contains("note: trying to reconnect: Cannot recv data: ssh: connect to host")
      }
      try await scene.server.start()
      try await session.wait(for: "the connection") { $0.screen.text.contains("note: Reconnected to") }
      #expect(!session.screen.text.contains("the next command tries again"))
      try session.type("domstate test\r")
      try await session.waitForPrompt(scene.prompt, below: "running")
    }
  }
}
