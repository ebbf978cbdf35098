import Glibc
import LineEditor
import Testing

@Suite("Lines from a pipe")
struct LineSourceTests {
  /// The lines of some bytes, written to a pipe in pieces.
  private func lines(_ pieces: [String], pause: Bool = false) async throws -> [String] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    let task = Task.detached {
      for piece in pieces {
        let bytes = Array(piece.utf8)
        var sent = 0
        while sent < bytes.count {
          let count = bytes[sent...].withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
          if count <= 0 { break }
          sent += count
        }
        if pause { try? await Task.sleep(for: .milliseconds(2)) }
      }
      close(writer)
    }
    let batches = LineBatches(descriptor: reader, owned: true)
    var lines: [String] = []
    while true {
      let batch = try await batches.next()
      if batch.isEmpty { break }
      lines += batch
    }
    await task.value
    return lines
  }

  @Test("lines come whole, the last one without its newline too")
  func whole() async throws {
    #expect(try await lines(["a\nb\n\nc"]) == ["a", "b", "", "c"])
    #expect(try await lines([]) == [])
    #expect(try await lines(["\n"]) == [""])
    #expect(try await lines(["é日本\n", "x"]) == ["é日本", "x"])
  }

  @Test("a line may come in pieces")
  func pieces() async throws {
    #expect(try await lines(["do", "mid te", "st\nur", "i\n"], pause: true) == ["domid test", "uri"])
  }

  @Test("many lines, and one that is longer than any buffer")
  func many() async throws {
    let long = String(repeating: "x", count: 300_000)
    let text = (0..<20_000).map { "line \($0)\n" }.joined()
    let read = try await lines([text, long, "\nend\n"])
    #expect(read.count == 20_002)
    #expect(read[19_999] == "line 19999")
    #expect(read[20_000].count == 300_000)
    #expect(read[20_001] == "end")
  }
}

@Suite("Scripted lines")
struct ScriptedLinesTests {
  @Test("they come in order, then the end, and the prompts are kept")
  func order() async {
    let reader = ScriptedLines([.line("list"), .interrupted])
    #expect(await reader.readLine(prompt: "a ") == .line("list"))
    #expect(await reader.readLine(prompt: "b ") == .interrupted)
    #expect(await reader.readLine(prompt: "c ") == .endOfFile)
    #expect(await reader.prompts == ["a ", "b ", "c "])
  }
}
