import Glibc
import Testing

/// What is remembered from one session to the next, and what is not.
@Suite(.serialized, .timeLimit(.minutes(20))) struct HistoryTests {
  private let home: TemporaryFolder
  private static let file = ".local/state/virtsh/history"

  init() throws { home = try TemporaryFolder() }

  private func session(_ variables: [String] = [], name: String = "virtsh") async throws -> TerminalSession {
    let session = try TerminalSession(name, ["-q", "-c", "test:///default"], home: home, variables: variables)
    try await session.waitForPrompt(name == "virsh" ? "virsh # " : "virtsh test:///default # ")
    return session
  }

  private func run(_ lines: [String], in session: TerminalSession) async throws {
    for line in lines {
      try session.type("\(line)\r")
      try await session.wait(for: "the echo of \(line)") { $0.screen.text.contains("# \(line)") }
      try await session.wait(for: "a prompt") { $0.screen.lineToCursor.hasSuffix(" # ") && !$0.modes.isCooked }
    }
  }

  @Test func plainTextForTheOwnerAlone() async throws {
    let session = try await session()
    try await run(["echo one", "echo \"a  b\"", "echo one", "echo größe 漢字", " echo hidden"], in: session)
    try await run(["set-user-password test root geheim", "connect test://u:geheim@h/default"], in: session)
    #expect(home.read(Self.file) == "echo one\necho \"a  b\"\necho one\necho größe 漢字\n")
    #expect(home.mode(of: Self.file) == 0o600)
    #expect(home.mode(of: ".local/state/virtsh") == 0o700)
    #expect(home.mode(of: ".local") == 0o700)
  }

  @Test func anotherSessionRecallsEachLineOnce() async throws {
    let first = try await session()
    try await run(["echo one", "echo two", "echo one"], in: first)
    let second = try await session(name: "virsh")
    for line in ["echo one", "echo two", "echo two"] {
      try second.type("\u{10}")
      try await second.wait(for: "\(line)") { $0.screen.lineToCursor == "virsh # \(line)" }
    }
  }

  @Test func sessionsSeeEachOther() async throws {
    let first = try await session()
    let second = try await session()
    try await run(["echo early"], in: second)
    try await run(["echo mine"], in: first)
    try first.type("\u{10}\u{10}")
    try await first.wait(for: "the other session's line") { $0.screen.lineToCursor == "virtsh test:///default # echo early" }
  }

  @Test func severalLinesComeBackAsTheyWere() async throws {
    let first = try await session()
    try first.type("echo \"one\r")
    try await first.waitForPrompt("   > ")
    try first.type("two\"\r")
    try await first.waitForPrompt(below: "two")
    #expect(home.read(Self.file) == "echo \"one\n\ttwo\"\n")
    let second = try await session()
    try second.type("\u{10}")
    try await second.wait(for: "the line") { $0.screen.lines == ["virtsh test:///default # echo \"one", "two\""] }
    try second.type("\r")
    try await second.waitForPrompt(below: "two")
  }

  @Test func noHistoryWhenItsSizeIsZero() async throws {
    let session = try await session(["VIRSH_HISTSIZE=0"])
    try await run(["echo one"], in: session)
    #expect(home.read(Self.file) == nil)
    try session.type("\u{10}x")
    try await session.wait(for: "nothing but a letter") { $0.screen.lineToCursor == "virtsh test:///default # x" }
  }

  @Test(arguments: ["garbage", "folder", "fifo"]) func anOddFileHurtsNobody(kind: String) async throws {
    let folder = "\(home.path)/state"
    for path in [folder, "\(folder)/virtsh"] { try #require(mkdir(path, 0o700) == 0) }
    switch kind {
    case "garbage": try home.write("\u{1b}[2J\n\tx\n\0\0echo \u{7}\necho good\n\u{fffd}", to: "state/virtsh/history")
    case "folder": try #require(mkdir("\(folder)/virtsh/history", 0o700) == 0)
    default: try #require(mkfifo("\(folder)/virtsh/history", 0o600) == 0)
    }
    let session = try await session(["XDG_STATE_HOME=\(folder)"])
    try await run(["echo one"], in: session)
    try session.type("\u{10}")
    try await session.wait(for: "this session's line") { $0.screen.lineToCursor == "virtsh test:///default # echo one" }
    guard kind == "garbage" else { return }
    try session.type("\u{10}\u{10}")
    try await session.wait(for: "what was good in the file") { $0.screen.lineToCursor == "virtsh test:///default # echo good" }
  }
}
