import CommandLanguage
import Testing

@Suite struct LongInputTests {
  @Test func manyWords() throws {
    let line = "echo " + Array(repeating: "word", count: 50_000).joined(separator: " ")
    let parsed = try #require(try Sample.registry.parse(line).first)
    #expect(parsed.values.count == 50_000)
    let echo = try #require(parsed.bind() as? Echo)
    #expect(echo.string.count == 50_000)
  }

  @Test func manyCommands() throws {
    let commands = try Sample.registry.parse(String(repeating: "quit;", count: 20_000))
    #expect(commands.count == 20_000)
  }

  @Test func oneLongWord() {
    let word = String(repeating: "x", count: 1_000_000)
    let error = #expect(throws: UsageError.self) { try Sample.registry.parse(word) }
    #expect(error?.suggestions == [])
    #expect(error?.lines == ["unknown command: '\(word)'"])
  }
}
