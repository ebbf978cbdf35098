import Testing

/// Lines of a script that go on in the next, and the numbers that messages have.
@Suite(.timeLimit(.minutes(20))) struct ScriptLineTests {
  static let cases: [(script: String, status: Int32, output: String, errors: String)] = [
    ("echo a \\\n  b\necho c\n", 0, "a b\nc\n", ""),
    ("echo 'a\nb' c\necho \"d\n\ne\"", 0, "a\nb c\nd\n\ne\n", ""),
    ("# don't\necho a\n", 0, "a\n", ""),
    ("echo 'a\nb'; domid nope\n", 1, "a\nb\n", "stdin:2: error: failed to get domain 'nope'\n"),
    ("echo a \\\nb\n\ndomid \\\nnope\n", 1, "a b\n", "stdin:4: error: failed to get domain 'nope'\n"),
    ("echo a\necho \\\n 'b\nc\n", 2, "a\n", "stdin:3: error: missing '\n"),
    ("echo a\necho b \\", 2, "a\n", "stdin:2: error: dangling \\\n"),
    ("echo 'a\r\nb'\r\n", 0, "a\nb\n", ""),
    ("echo a | \\\ncat\n", 0, "a\n", ""),
  ]

  @Test(arguments: cases)
  func onStandardInput(script: String, status: Int32, output: String, errors: String) async throws {
    let run = try await Program.virtsh.run(["-c", "test:///default"], input: script)
    #expect(run == ProgramRun(status: status, output: output, errors: errors))
  }

  @Test func aQuoteOfManyLines() async throws {
    let lines = (0..<20_000).map { "line \($0)" }.joined(separator: "\n")
    let run = try await Program.virtsh.run(["-c", "test:///default"], input: "echo '\(lines)'\nuri\n")
    #expect(run == ProgramRun(status: 0, output: lines + "\ntest:///default\n", errors: ""))
  }

  @Test func aQuoteWithoutEnd() async throws {
    let script = "uri\necho '" + String(repeating: String(repeating: "x", count: 1023) + "\n", count: 17 << 10)
    let run = try await Program.virtsh.run(["-c", "test:///default"], input: script)
    #expect(run == ProgramRun(status: 1, output: "test:///default\n", errors: "stdin:2: error: a line is longer than 16 MiB\n"))
  }

  @Test func aLongScriptTakesTheMemoryOfAShortOne() async throws {
    func peak(lines: Int) async throws -> Int {
      let script = String(repeating: "echo x\n", count: lines) + "uri | sh -c 'grep VmHWM /proc/$PPID/status'\n"
      let run = try await Program.virtsh.run(["-c", "test:///default"], input: script)
      #expect(run.output.hasPrefix(String(repeating: "x\n", count: lines)))
      return try #require(run.output.split(separator: " ").dropLast().last.flatMap { Int($0) })
    }
    let short = try await peak(lines: 5_000)
    #expect(try await peak(lines: 100_000) < short + 4_096)
  }

  @Test func oneArgumentHasLines() async throws {
    let run = try await Program.virtsh.run(["-c", "test:///default", "echo a\n\ndomid nope"])
    #expect(run == ProgramRun(status: 1, output: "a\n", errors: "argument:3: error: failed to get domain 'nope'\n"))
  }
}
