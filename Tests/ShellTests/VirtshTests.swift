import Testing

/// By its own name, the program stops where something fails, says where that was, and tells failures apart by its status.
@Suite(.timeLimit(.minutes(20))) struct VirtshTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let input: String
    let run: ProgramRun

    init(_ arguments: [String], input: String = "", _ status: Int32, _ output: String, _ errors: String) {
      self.arguments = arguments
      self.input = input
      run = ProgramRun(status: status, output: output, errors: errors)
    }

    var testDescription: String { "\(arguments) < \(input.debugDescription)" }
  }

  private static let noSuchDriver =
    "hint: no daemon answered that may have a driver 'foo'; known drivers: qemu, lxc, xen, test, vbox, bhyve, vz, ch, openvz\n"
  private static let test = ["-c", "test:///default"]

  static let cases = [
    // Scripts: no banner, no echo, the end at the first failure.
    Case(test, input: "uri\ndomid test\n", 0, "test:///default\n1\n", ""),
    Case(test, input: "echo a\ndomid nope\necho b\n", 1, "a\n", "stdin:2: error: failed to get domain 'nope'\n"),
    Case(
      test + ["--keep-going"], input: "domid nope\necho a\nnosuch\necho b\n", 1, "a\nb\n",
      "stdin:1: error: failed to get domain 'nope'\nstdin:3: error: unknown command: 'nosuch'\n"),
    Case(test + ["echo a; domid nope; echo b"], 1, "a\n", "argument:1: error: failed to get domain 'nope'\n"),
    Case(test + ["domid", "nope"], 1, "", "error: failed to get domain 'nope'\n"),
    Case(test, input: "domid test\r\n# a note\r\n\r\nuri", 0, "1\ntest:///default\n", ""),
    Case(test, input: "quit\ndestroy test\n", 0, "", ""),
    Case(
      test + ["-f", "-"], input: "uri\nlist --bogus\nuri\n", 2, "test:///default\n",
      "stdin:2: error: command 'list' doesn't support option --bogus\n"),
    Case(test + ["-f", "fixtures/missing"], 2, "", "error: cannot open 'fixtures/missing': No such file or directory\n"),
    Case(test + ["-f", "x", "uri"], 2, "", "error: --file and a command on the command line exclude each other\n"),
    // A script runs on no host that it did not name.
    Case(
      test, input: "connect foo:///x?socket=/none/s\ndestroy test\n", 3, "",
      "stdin:1: error: failed to connect to the hypervisor\nstdin:1: error: Failed to connect socket to '/none/s': No such file or directory\n"
        + noSuchDriver),
    Case(
      ["-c", "foo:///x?socket=/none/s", "uri"], 3, "",
      "error: failed to connect to the hypervisor\nerror: Failed to connect socket to '/none/s': No such file or directory\n" + noSuchDriver
    ),
    // Usage.
    Case(test + ["setmem", "test", "many"], 2, "", "error: Scaled numeric value 'many' for <size> option is malformed or out of range\n"),
    Case(test + ["setmem test 1M --live --current"], 2, "", "argument:1: error: Options --current and --live are mutually exclusive\n"),
    Case(test + ["echo \"no end"], 2, "", "argument:1: error: missing \"\n"),
    Case(test + ["lst"], 2, "", "argument:1: error: unknown command: 'lst'\nhint: did you mean list?\n"),
    Case(
      test + ["list", "-o", "json"], 2, "",
      "error: unexpected data '-o'\nhint: options behind a command begin with two dashes\n"),
    Case(test + ["quit", "--", "--help"], 2, "", "error: unexpected data '--help'\n"),
    // A hint is said once in a script, and in JSON it is an object.
    Case(
      test + ["--keep-going"], input: "lst\nlst\nstrat\n", 2, "",
      "stdin:1: error: unknown command: 'lst'\nhint: did you mean list?\nstdin:2: error: unknown command: 'lst'\n"
        + "stdin:3: error: unknown command: 'strat'\nhint: did you mean start?\n"),
    Case(
      test + ["-o", "json", "list", "--al"], 2, "",
      "{\"error\":{\"message\":\"command 'list' doesn't support option --al\"}}\n{\"hint\":{\"message\":\"did you mean --all?\"}}\n"),
    Case(["--output", "xml", "uri"], 2, "", "error: unknown output form 'xml'; the forms are table, json, jsonl, csv, tsv, name\n"),
    // Refusals.
    Case(
      ["-r"] + test + ["destroy", "test"], 4, "",
      "error: Failed to destroy domain 'test'\nerror: operation forbidden: read only access prevents virDomainDestroy\n"),
    // Forms.
    Case(test + ["--output", "json", "list"], 0, "[{\"id\":1,\"name\":\"test\",\"state\":\"running\"}]\n", ""),
    Case(test + ["-o", "csv", "list", "--all"], 0, "id,name,state\r\n1,test,running\r\n", ""),
    Case(test + ["-o", "name", "list"], 0, "test\n", ""),
    Case(test + ["-o", "csv", "dumpxml", "test"], 2, "", "error: this answer has no form 'csv', only table, json, jsonl\n"),
    Case(
      test + ["-o", "json"], input: "uri\ndomid nope\n", 1, "{\"uri\":\"test:///default\"}\n",
      "{\"error\":{\"details\":{\"line\":2,\"script\":\"stdin\"},\"message\":\"failed to get domain 'nope'\"}}\n"),
    // What comes from outside does not steer a terminal.
    Case(test + ["domid \u{1B}[2J"], 1, "", "argument:1: error: failed to get domain '\\x1b[2J'\n"),
    Case(test + ["echo \u{1B}[2J\u{7}"], 0, "\\x1b[2J\\x07\n", ""),
  ]

  @Test(arguments: cases)
  func runs(expected: Case) async throws {
    #expect(try await Program.virtsh.run(expected.arguments, input: expected.input) == expected.run)
  }

  @Test func aFileOfCommands() async throws {
    let script = Array("uri\ndomid nope\nuri\n".utf8)
    let run = try await Program.virtsh.run(["-c", "test:///default", "-f", "fixtures/script"], fixtures: ["script": script])
    #expect(
      run == ProgramRun(status: 1, output: "test:///default\n", errors: "fixtures/script:2: error: failed to get domain 'nope'\n"))
  }

  @Test func aDocumentKeepsItsBytes() async throws {
    let name = "caf\u{E9} \u{65E5}\u{672C}"
    let xml = "<domain type='test'><name>\(name)</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    let run = try await Program.virtsh.run(
      ["-c", "test:///default", "define fixtures/d.xml; dumpxml '\(name)' --xpath //name"], fixtures: ["d.xml": Array(xml.utf8)])
    #expect(run.output.hasSuffix("<name>\(name)</name>\n"))
  }

  @Test func whoMayConnect() async throws {
    let node = "<node><auth><user password='x'>joe</user></auth></node>"
    let folder = try WorkFolder(fixtures: ["node.xml": Array(node.utf8)], programs: [:])
    defer { folder.remove() }
    let run = try await Program.virtsh.run(["-c", "test://\(folder.path)/work/fixtures/node.xml", "uri"])
    #expect(run.status == 4)
    #expect(run.errors.contains("authentication failed"))
  }
}
