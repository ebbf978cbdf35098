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
}
