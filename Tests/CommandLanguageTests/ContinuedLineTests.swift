import CommandLanguage
import Testing

@Suite struct ContinuedLineTests {
  /// Each array is what one call gave: the words of its commands.
  private func commands(_ lines: [String], dialect: Dialect = .virtsh) -> [[[String]]] {
    var open = ContinuedLine(dialect: dialect)
    var given: [LexedLine] = []
    for line in lines {
      if let whole = open.take(line) { given.append(whole) }
    }
    if let rest = open.finish() { given.append(rest) }
    return given.map { $0.commands.map { $0.map(\.text) } }
  }

  @Test(
    arguments: [
      (["echo a", "", "echo b"], [[["echo", "a"]], [], [["echo", "b"]]]),
      (["echo a \\", "b"], [[["echo", "a", "b"]]]), (["echo a\\", "b"], [[["echo", "ab"]]]),
      (["echo 'a", "b' c", "echo d"], [[["echo", "a\nb", "c"]], [["echo", "d"]]]),
      (["echo \"a", "", "b\"; echo c"], [[["echo", "a\n\nb"], ["echo", "c"]]]),
      (["echo \"a\\", "b\""], [[["echo", "ab"]]]), (["echo 'a\\", "b'"], [[["echo", "a\\\nb"]]]),
      (["# it's a note \\", "echo a"], [[], [["echo", "a"]]]), (["echo a | less \\", "-S"], [[["echo", "a"]]]),
      (["\\", "\\", "echo a"], [[["echo", "a"]]]), (["echo a \\", "# b", "echo c"], [[["echo", "a"]], [["echo", "c"]]]),
    ] as [([String], [[[String]]])])
  func goesOn(lines: [String], expected: [[[String]]]) {
    #expect(commands(lines) == expected)
  }

  @Test func inVirshEachLineStandsAlone() {
    #expect(commands(["echo a \\", "echo 'b", "echo c"], dialect: .virsh) == [[["echo", "a"]], [["echo", "b"]], [["echo", "c"]]])
  }

  @Test(arguments: [
    (["echo a", "echo 'b", "c"], 1, 6, "missing '"), (["echo \\", "\"b", "c"], 2, 1, "missing \""), (["echo b\\"], 1, 7, "dangling \\"),
  ])
  func theEndComesTooEarly(lines: [String], line: Int, column: Int, message: String) throws {
    var open = ContinuedLine(dialect: .virtsh)
    for line in lines { _ = open.take(line) }
    let rest = open.finish()
    let error = try #require(rest?.error)
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.usageError.lines == [message])
    #expect(error.usageError.line == line)
  }

  @Test func countsWhatIsOpen() {
    var open = ContinuedLine(dialect: .virtsh)
    let nothing = open.finish()
    #expect(nothing == nil)
    let begun = [open.take("echo 'a"), open.take("é")]
    #expect(begun.allSatisfy { $0 == nil })
    #expect(open.lineCount == 2)
    #expect(open.byteCount == 11)
    let whole = open.take("'")
    #expect(whole != nil)
    #expect(open.lineCount == 0)
    #expect(open.byteCount == 0)
  }

  @Test(arguments: [("b'; echo c", [1, 2]), ("b' c", [1])]) func commandsKnowTheirLine(end: String, lines: [Int]) throws {
    var open = ContinuedLine(dialect: .virtsh)
    _ = open.take("echo 'a")
    let taken = open.take(end)
    let line = try #require(taken)
    #expect(try Sample.registry.parse(line).map(\.line) == lines)
  }

  @Test func mistakesKnowTheirLine() throws {
    var open = ContinuedLine(dialect: .virtsh)
    _ = open.take("echo 'a")
    let taken = open.take("b'; setmem x")
    let wrong = try #require(taken)
    let error = #expect(throws: UsageError.self) { try Sample.registry.parse(wrong) }
    #expect(error?.line == 2)
  }
}
