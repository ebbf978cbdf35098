import TestDaemonKit
import Testing

/// Programs that hold a conversation over two pipes with what they take for virsh wait for its prompt before they write.
@Suite(.timeLimit(.minutes(5)))
struct PipedPromptTests {
  @Test(arguments: ["xterm", "dumb"])
  func thePromptComesBeforeTheLine(terminal: String) async throws {
    let both = try SideBySide(uri: "test:///default")
    defer { both.remove() }
    let conversation = try PipedProgram(both.ours, ["-q", "-c", both.uri], terminal: terminal)
    #expect(try await conversation.waits(for: "virsh # "))
    conversation.send("domstate test")
    #expect(try await conversation.waits(for: "virsh # domstate test\nrunning\nvirsh # "))
    // A terminal without abilities shows the end of a long line only.
    let line = "echo " + String(repeating: "a", count: 90)
    conversation.send(line)
    let shown = terminal == "dumb" ? "\r<" + String(repeating: "a", count: 51) : line
    #expect(try await conversation.waits(for: "virsh # \(shown)\n"))
    #expect(try await conversation.waits(for: "\(shown)\n\(line.dropFirst(5))virsh # "))
    #expect(try await conversation.end() == 0)
  }

  /// virsh's line editor acts on keys in piped input, and draws what they do.
  @Test(
    arguments: ["xterm", "dumb"],
    [
      "echo abX\\010c", "echo ab\\177c", "foo\\025echo hi", "echo ab cd\\027X", "cho hi\\001e", "echo abc\\002\\002X",
      "echo abcdef\\002\\002\\002\\010X", "echo abcdef\\002\\002\\013", "echo abcdef\\002\\002\\004", "echo abcdef\\001\\005g",
      "echo abc\\002\\002\\006Y", "echo a\\025\\031", "echo a\\n\\004\\necho b", "echo a\\026\\001b", "echo a\\033[Db",
      "echo abc\\002\\025", "echo a\\000b", "ech\\011hi\\010o",
    ])
  func keysEditTheLine(terminal: String, keys: String) async throws {
    let both = try SideBySide(uri: "test:///default")
    defer { both.remove() }
    func output(_ program: String) async throws -> String {
      try await ProgramRun.run(
        "/bin/sh", ["-c", #"printf "$1\n" | "$2" -q -c "$3""#, "sh", keys, program, both.uri], variables: ["TERM=\(terminal)"]
      ).output
    }
    #expect(try await output(both.ours) == output("/usr/bin/virsh"))
  }
}
