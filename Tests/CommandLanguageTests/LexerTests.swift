import CommandLanguage
import Testing

@Suite struct LexerTests {
  /// Each line was given to virsh 9.0.0 and came out as these words.
  static let accepted: [(line: String, commands: [[String]])] = [
    ("echo a b", [["echo", "a", "b"]]),
    ("  echo\t a  ", [["echo", "a"]]),
    ("echo a;echo b", [["echo", "a"], ["echo", "b"]]),
    ("echo a;;; ;echo b;", [["echo", "a"], ["echo", "b"]]),
    ("echo a\necho b", [["echo", "a"], ["echo", "b"]]),
    ("", []), ("  ", []), (";", []), ("#x; echo b", []),
    ("echo a #b; echo c", [["echo", "a"]]),
    ("echo a # c ; d\necho b", [["echo", "a"], ["echo", "b"]]),
    ("# c\necho b", [["echo", "b"]]),
    ("echo a#b", [["echo", "a#b"]]),
    ("echo \"#b\"", [["echo", "#b"]]),
    ("echo ab\"c d\"e'f g'", [["echo", "abc def g"]]),
    ("ec\"ho\" x", [["echo", "x"]]),
    ("echo \"a\\\"b\\n\"", [["echo", "a\"bn"]]),
    ("echo 'a\\'", [["echo", "a\\"]]),
    ("echo \\;\\ x", [["echo", "; x"]]),
    ("echo a\\\nb", [["echo", "ab"]]),
    ("echo a \\\n b", [["echo", "a", "b"]]),
    ("echo \"a\\\nb\"", [["echo", "ab"]]),
    ("echo 'a\\\nb'", [["echo", "a\\\nb"]]),
    ("echo \"a\nb\"", [["echo", "a\nb"]]),
    ("echo a\\\n", [["echo", "a"]]),
    ("echo 'abc; x", [["echo", "abc; x"]]),
    ("echo ''", [["echo", ""]]), ("echo \"\" x", [["echo", "", "x"]]),
    ("echo a\r\necho b", [["echo", "a\r"], ["echo", "b"]]),
    ("echo 日本 é", [["echo", "日本", "é"]]),
  ]

  @Test(arguments: accepted) func words(line: String, commands: [[String]]) {
    let lexed = LexedLine(string: line)
    #expect(lexed.commands.map { $0.map(\.text) } == commands)
    #expect(lexed.error == nil)
  }

  @Test(arguments: [
    ("echo \"abc", "missing \"", 6), ("echo a\\", "dangling \\", 7), ("echo \"a\\", "dangling \\", 8),
    ("echo é \"x", "missing \"", 8), ("echo a\necho \"", "missing \"", 6),
  ])
  func unfinished(line: String, message: String, column: Int) throws {
    let error = try #require(LexedLine(string: line).error)
    #expect(error.usageError.lines == [message])
    #expect(error.column == column)
  }

  @Test func wordsBeforeAnErrorAreKept() {
    let lexed = LexedLine(string: "echo a; echo b \"c")
    #expect(lexed.commands.map { $0.map(\.text) } == [["echo", "a"], ["echo", "b"]])
  }

  @Test func singleQuoteMustEndInVirtsh() throws {
    let error = try #require(LexedLine(string: "echo 'abc", dialect: .virtsh).error)
    #expect(error.usageError.lines == ["missing '"])
    #expect(error.column == 6)
    #expect(LexedLine(string: "echo 'abc'", dialect: .virtsh).error == nil)
  }

  @Test func placesAndQuotes() {
    let words = LexedLine(string: "é \"b\"\n  c\\ d").commands.flatMap { $0 }
    #expect(words.map(\.column) == [1, 3, 3])
    #expect(words.map(\.line) == [1, 1, 2])
    #expect(words.map(\.isQuoted) == [false, true, true])
  }

  @Test(
    arguments: [
      (["echo", "a b", "c;d"], [["echo", "a b", "c;d"]]), (["#x", "foo"], []), (["echo", "#x", "\\"], [["echo", "#x", "\\"]]),
      (["", "x"], [["", "x"]]), ([], []), (["echo a; echo b"], [["echo", "a"], ["echo", "b"]]), ([" "], []),
    ] as [([String], [[String]])])
  func operands(_ operands: [String], commands: [[String]]) {
    #expect(LexedLine(operands: operands).commands.map { $0.map(\.text) } == commands)
  }
}
