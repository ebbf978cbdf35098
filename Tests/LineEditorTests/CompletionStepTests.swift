import Testing

@testable import LineEditor

@Suite("What the Tab key does")
struct CompletionStepTests {
  init() { DisplayWidth.prepareLocale() }

  private func step(_ line: String, start: Int, _ texts: [String], isWhole: Bool = true) -> CompletionStep {
    CompletionStep(line, LineCompletion(start: start, candidates: texts.map { .init(text: $0, label: $0, isWhole: isWhole) }))
  }

  @Test("one way is taken, with a blank behind what is whole")
  func one() {
    #expect(step("do", start: 0, ["domain"]) == .replace(removing: 0, text: "main "))
    #expect(step("x /e", start: 2, ["/etc/"], isWhole: false) == .replace(removing: 0, text: "tc/"))
    #expect(step("a", start: 0, ["a"]) == .replace(removing: 0, text: " "))
    #expect(step("a", start: 0, ["a"], isWhole: false) == .beep)
    #expect(step("grö", start: 0, ["größe"]) == .replace(removing: 0, text: "ße "))
    #expect(step("a b", start: 2, ["'b c'"]) == .replace(removing: 1, text: "'b c' "))
  }

  @Test("several ways: what they have in common, or the list")
  func several() {
    #expect(step("d", start: 0, ["domain-a", "domain-b"]) == .replace(removing: 0, text: "omain-"))
    #expect(step("domain-", start: 0, ["domain-a", "domain-b"]) == .list(["domain-a", "domain-b"]))
    #expect(step("", start: 0, ["x", "y"]) == .list(["x", "y"]))
    // What was typed is never made shorter.
    #expect(step("abc", start: 0, ["'a", "'b"]) == .list(["'a", "'b"]))
  }

  @Test("nothing is torn apart")
  func whole() {
    #expect(step("a", start: 0, ["ae\u{301}", "ae\u{300}"]) == .list(["ae\u{301}", "ae\u{300}"]))
    #expect(step("a", start: 0, ["ab\\ c", "ab\\;c"]) == .replace(removing: 0, text: "b"))
    #expect(step("a", start: 0, ["ab\\\\c", "ab\\\\d"]) == .replace(removing: 0, text: "b\\\\"))
  }

  @Test("no way, or an answer that cannot be", arguments: [-1, 4, 100, 1])
  func none(start: Int) {
    #expect(step("äb", start: start, start == 1 ? ["x"] : ["äbc"]) == .beep)
    #expect(step("ab", start: 0, []) == .beep)
  }

  @Test("controls are shown, not sent")
  func controls() { #expect(step("", start: 0, ["a\u{1b}b"]) == .replace(removing: 0, text: "a?b ")) }
}
