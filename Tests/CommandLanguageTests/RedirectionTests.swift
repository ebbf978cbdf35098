import CommandLanguage
import Testing

@Suite struct RedirectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let words: [String]
    let destination: Destination?

    init(_ line: String, _ words: [String], _ programs: [[String]] = [], to path: String? = nil, appending: Bool = false) {
      self.line = line
      self.words = words
      let file = path.map { Destination.File(path: $0, isAppended: appending) }
      destination = programs.isEmpty && file == nil ? nil : Destination(programs: programs, file: file)
    }

    var testDescription: String { line }
  }

  static let cases = [
    Case("echo a > f", ["echo", "a"], to: "f"), Case("echo a >f", ["echo", "a"], to: "f"),
    Case("echo a >> f", ["echo", "a"], to: "f", appending: true),
    Case("echo a >>f", ["echo", "a"], to: "f", appending: true), Case("echo a > 'f g'", ["echo", "a"], to: "f g"),
    Case("echo a > \\>", ["echo", "a"], to: ">"), Case("echo a >a>b", ["echo", "a"], to: "a>b"),
    Case("echo a | less", ["echo", "a"], [["less"]]), Case("echo a |less -S", ["echo", "a"], [["less", "-S"]]),
    Case("echo a | grep 'b c' | wc -l", ["echo", "a"], [["grep", "b c"], ["wc", "-l"]]),
    Case("echo a |sort|x >f", ["echo", "a"], [["sort|x"]], to: "f"), Case("echo a | sort > f", ["echo", "a"], [["sort"]], to: "f"),
    Case("echo a | tr \\| '>'", ["echo", "a"], [["tr", "|", ">"]]), Case("echo a | less # b", ["echo", "a"], [["less"]]),
    // Text: within a word, quoted, escaped.
    Case("echo a>b c|d e>>f", ["echo", "a>b", "c|d", "e>>f"]),
    Case("echo '>' \"|\" \\> \\| ''> ''|x", ["echo", ">", "|", ">", "|", ">", "|x"]),
    Case("echo --string=>", ["echo", "--string=>"]),
  ]

  @Test(arguments: cases) func aLine(expected: Case) throws {
    let lexed = LexedLine(string: expected.line, dialect: .virtsh)
    #expect(lexed.commands.map { $0.map(\.text) } == [expected.words])
    let parsed = try Sample.registry.parse(lexed)
    #expect(parsed.map(\.destination) == [expected.destination])
  }

  @Test(arguments: cases) func virshKnowsNoSigns(expected: Case) {
    let lexed = LexedLine(string: expected.line, dialect: .virsh)
    #expect(lexed.redirections.isEmpty)
    #expect(lexed.commands.count == 1)
  }

  @Test func eachCommandHasItsOwn() throws {
    let parsed = try Sample.registry.parse("echo a > f; echo b; echo c | x\necho d >> g", dialect: .virtsh)
    let f = Destination.File(path: "f", isAppended: false)
    let g = Destination.File(path: "g", isAppended: true)
    #expect(parsed.map(\.destination) == [Destination(file: f), nil, Destination(programs: [["x"]]), Destination(file: g)])
    #expect(parsed.map(\.line) == [1, 1, 1, 2])
  }

  @Test(arguments: [
    ("echo a >", "'>' needs the name of a file", 8), ("echo a >>", "'>>' needs the name of a file", 8),
    ("echo a |", "'|' needs the name of a program", 8), ("echo a | ; echo b", "'|' needs the name of a program", 8),
    ("echo a || less", "'|' needs the name of a program", 8), ("echo a ># f", "'>' needs the name of a file", 8),
    ("echo a > ''", "'>' needs the name of a file", 8),
    ("echo a > f > g", "'>' after the file 'f': nothing can follow a file", 12),
    ("echo a > f | x", "'|' after the file 'f': nothing can follow a file", 12),
    ("echo a > f b", "unexpected data 'b' after the file 'f'", 12), ("> f echo a", "unknown command: '>'", 1),
    ("echo a; | x", "unknown command: '|'", 9), ("echo a >>> f", "'>>' needs the name of a file", 8), ("echo a > \"f", "missing \"", 10),
  ])
  func mistakes(line: String, message: String, column: Int) throws {
    let error = #expect(throws: UsageError.self) { try Sample.registry.parse(line, dialect: .virtsh) }
    #expect(error?.lines == [message])
    #expect(error?.column == column)
  }

  @Test func literalWordsAreNoSigns() throws {
    let parsed = try Sample.registry.parse(LexedLine(arguments: ["echo", "a", ">", "f", "|", "x"], dialect: .virtsh))
    #expect(parsed.map(\.destination) == [nil])
  }

  @Test func helpGoesThereToo() throws {
    let parsed = try Sample.registry.parse("setmem --help | less", dialect: .virtsh)
    #expect(parsed.map(\.info.name) == ["help"])
    #expect(parsed.map(\.destination) == [Destination(programs: [["less"]])])
  }
}
