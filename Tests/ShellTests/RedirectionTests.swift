import Testing

/// Answers that go to files and through programs.
@Suite(.timeLimit(.minutes(20))) struct RedirectionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let run: ProgramRun

    init(_ line: String, status: Int32 = 0, _ output: String, _ errors: String = "") {
      self.line = line
      run = ProgramRun(status: status, output: output, errors: errors)
    }

    var testDescription: String { line }
  }

  /// `fixtures/old` has the line `old`, and `fixtures/other` is a link to it. An argument of one line.
  static let cases = [
    Case("domid test > fixtures/old; echo | cat fixtures/old", "1\n"),
    Case("domid test >> fixtures/old; echo | cat fixtures/old", "old\n1\n"),
    Case("domid test > fixtures/new; echo | cat fixtures/new; echo | rm fixtures/new", "1\n"),
    Case("domid test > /dev/null; uri", "test:///default\n"),
    Case("domid test | cat > fixtures/old; echo | cat fixtures/old", "1\n"),
    Case("list --all --name | sort -r | head -1", "test\n"),
    Case("echo 'a b' | tr ' ' '>'", "a>b\n"),
    Case("echo a | printf '%s|' 'b c' \\; ''", "b c|;||"),
    Case("echo a>b \\> '|' c", "a>b > | c\n"),
    Case("help list | grep -c NAME; uri", "1\ntest:///default\n"),
    // An answer that does not come leaves everything as it was.
    Case("domid nope > fixtures/old", status: 1, "", "argument:1: error: failed to get domain 'nope'\n"),
    Case("domid nope > fixtures/new", status: 1, "", "argument:1: error: failed to get domain 'nope'\n"),
    Case("domid nope | cat fixtures/old", status: 1, "", "argument:1: error: failed to get domain 'nope'\n"),
    Case("schedinfo test --set bogus=1 > fixtures/old", status: 1, "", "argument:1: error: invalid scheduler option: bogus\n"),
    Case(
      "schedinfo test --set bogus=1 | cat", status: 1, "Scheduler      : fair\n", "argument:1: error: invalid scheduler option: bogus\n"),
    Case("echo a | false > fixtures/old", status: 1, "", "argument:1: error: 'false' ended with status 1\n"),
    // What cannot be opened or run stops the command before it begins.
    Case("destroy test > /nowhere/f; list", status: 1, "", "argument:1: error: cannot open '/nowhere/f': No such file or directory\n"),
    Case("destroy test > fixtures", status: 1, "", "argument:1: error: cannot open 'fixtures': Is a directory\n"),
    Case("echo a; destroy test | nosuch", status: 1, "", "argument:1: error: cannot run 'nosuch': No such file or directory\n"),
    Case("echo a | ./fixtures/old", status: 1, "", "argument:1: error: cannot run './fixtures/old': Permission denied\n"),
    Case("echo a | fixtures", status: 1, "", "argument:1: error: cannot run 'fixtures': No such file or directory\n"),
    Case("destroy test >", status: 2, "", "argument:1: error: '>' needs the name of a file\n"),
    Case("destroy test |", status: 2, "", "argument:1: error: '|' needs the name of a program\n"),
    Case("destroy test > a > b", status: 2, "", "argument:1: error: '>' after the file 'a': nothing can follow a file\n"),
    // A program that fails makes the command fail, one that has read enough does not.
    Case("list | grep -q nothing; uri", status: 1, "", "argument:1: error: 'grep' ended with status 1\n"),
    Case("list | sh -c 'kill -9 $$'", status: 1, "", "argument:1: error: 'sh' was ended by signal 9 (Killed)\n"),
    Case("capabilities | cat | head -1", "<capabilities>\n"),
    Case("help | true; uri", "test:///default\n"),
    Case("watch 0.1 uri | head -1; uri", "test:///default\ntest:///default\n"),
    Case("watch --count 2 0.1 domid test > fixtures/old; echo | cat fixtures/old", "1\n\n1\n"),
  ]

  @Test(arguments: cases) func oneLine(expected: Case) async throws {
    let run = try await Program.virtsh.run(["-c", "test:///default", expected.line], fixtures: ["old": Array("old\n".utf8)])
    #expect(run == expected.run)
  }

  @Test(arguments: ["domid nope > fixtures/old", "destroy test | nosuch > fixtures/old", "echo a | false > fixtures/old"])
  func whatFailsLosesNothing(line: String) async throws {
    let run = try await Program.virtsh.run(
      ["--keep-going", "-c", "test:///default", line + "\necho | cat fixtures/old"], fixtures: ["old": Array("old\n".utf8)])
    #expect(run.output == (line.contains("nosuch") ? "" : "old\n"))
    let folder = try await Program.virtsh.run(
      ["--keep-going", "-c", "test:///default", line.replacing("old", with: "new") + "\necho | ls -A fixtures"], fixtures: ["old": []])
    #expect(folder.output == (line.contains("nosuch") ? "" : "old\n"))
  }

  @Test func aFileKeepsItsModeAndItsLinks() async throws {
    let lines = """
      echo | chmod 640 fixtures/old
      echo | ln -s old fixtures/link
      uri > fixtures/link
      echo | stat -c '%a %F' fixtures/old fixtures/link
      echo | cat fixtures/old
      echo | ln -f fixtures/old fixtures/twin
      hostname > fixtures/twin
      echo | stat -c %h fixtures/old
      echo | rm fixtures/link fixtures/twin
      """
    let run = try await Program.virtsh.run(["-c", "test:///default"], input: lines, fixtures: ["old": Array("old\n".utf8)])
    #expect(run == ProgramRun(status: 0, output: "640 regular file\n777 symbolic link\ntest:///default\n2\n", errors: ""))
  }

  @Test func programsHaveNothingOfOurs() async throws {
    // The C library keeps 32 and 33 for itself, and whoever started us may have left them ignored.
    let script = "uri | grep -cE 'Sig(Ign|Blk):.0*(1?80000000)?$' /proc/self/status\nuri | cat\n"
    let run = try await Program.virtsh.run(["-c", "test:///default"], input: script)
    #expect(run == ProgramRun(status: 0, output: "2\ntest:///default\n", errors: ""))
  }

  @Test func formsAndQuiet() async throws {
    let json = try await Program.virtsh.run(["-o", "json", "-c", "test:///default", "list | cat"])
    #expect(json == ProgramRun(status: 0, output: "[{\"id\":1,\"name\":\"test\",\"state\":\"running\"}]\n", errors: ""))
    let quiet = try await Program.virtsh.run(["-q", "-c", "test:///default", "list | cat; suspend test | cat"])
    #expect(quiet == ProgramRun(status: 0, output: " 1   test   running\n", errors: ""))
  }

  @Test func wordsAreNoSigns() async throws {
    let run = try await Program.virtsh.run(["echo", "a", ">", "b", "|", "c"])
    #expect(run == ProgramRun(status: 0, output: "a > b | c\n", errors: ""))
  }

  @Test(arguments: ["echo a > b | c", "echo a >b", "echo a '>' b", "watch list", "help watch", "complete -- wat"])
  func asVirsh(line: String) async throws {
    async let theirs = Program.virsh.run(["-c", "test:///default", line])
    async let ours = Program.asVirsh.run(["-c", "test:///default", line])
    #expect(try await ours == (try await theirs))
  }
}
