import CommandLanguage
import Testing

/// Whatever is typed, the language answers: with commands, an error or a completion, and never with a trap.
@Suite struct RandomInputTests {
  /// Numbers that look random and are the same on every run (xorshift).
  private struct Source: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let pieces = [
    "echo", "setmem", "send-key", "attach-disk", "help", "dominfo", "schedinfo", "--", "--help", "--domain", "--domain=", "--size=",
    "--live", "--string",
    "--hi", "=", "\"", "'", "\\", "\n", ";", "#", " ", "  ", "\t", "test", "1", "é", "日本", "\u{0}", "\u{301}",
  ]

  @Test(arguments: 1...8) func bytes(seed: UInt64) {
    var source = Source(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &source)).map { _ in UInt8.random(in: 0...255, using: &source) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 1...8) func grammar(seed: UInt64) {
    var source = Source(state: seed &* 0xD1B5_4A32_D192_ED03)
    for _ in 0..<2000 {
      let parts = (0..<Int.random(in: 0..<12, using: &source)).map { _ in Self.pieces.randomElement(using: &source) ?? "" }
      check(parts.joined(separator: Bool.random(using: &source) ? " " : ""))
    }
  }

  private func check(_ text: String) {
    for dialect in [Dialect.virsh, .virtsh] {
      let line = LexedLine(string: text, dialect: dialect)
      #expect(line.commands.allSatisfy { !$0.isEmpty })
      do throws(UsageError) {
        for command in try Sample.registry.parse(line) {
          #expect(command.values.allSatisfy { command.entry.options.specifications.indices.contains($0.option) })
          _ = command.bind()
        }
        #expect(line.error == nil || text.contains("#"))
      } catch {
        #expect(!error.lines.isEmpty && error.lines.allSatisfy { !$0.isEmpty })
      }
    }
    let request = Sample.registry.completion(of: text)
    #expect((0...text.utf8.count).contains(request.start))
    _ = Sample.registry.completion(ofWords: text.split(separator: " ").map(String.init))
    _ = try? KiB.parse(text, option: "x")
    _ = try? Int32.parse(text, option: "x")
  }
}
