import Testing

/// One word that means several domains, under our own name.
@Suite(.timeLimit(.minutes(20))) struct SeveralDomainsTests {
  private static func domain(_ name: String, _ uuid: Int) -> String {
    "<domain type='test'><name>\(name)</name><uuid>00000000-0000-0000-0000-00000000000\(uuid)</uuid><memory>4096</memory>"
      + "<os><type>hvm</type></os></domain>"
  }

  /// `2` is the name of the fifth, and the number of the second.
  private static let node =
    "<node>" + ["web-1", "web-2", "web-3", "db,1", "2", "a*"].enumerated().map { domain($1, $0 + 1) }.joined() + "</node>"

  private func run(_ line: String, as form: String = "table", program: Program = .virtsh) async throws -> ProgramRun {
    let folder = try WorkFolder(fixtures: ["node.xml": Array(Self.node.utf8)], programs: [:])
    defer { folder.remove() }
    var run = try await program.run(
      ["-c", "test://\(folder.path)/work/fixtures/node.xml"] + (program.name == "virsh" ? ["-q"] : ["--output", form]) + [line])
    run.errors = run.errors.replacing("\(folder.path)/work/fixtures/node.xml", with: "HOST")
    return run
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let run: ProgramRun

    init(_ line: String, _ status: Int32, _ output: [String], _ errors: [String]) {
      self.line = line
      run = ProgramRun(
        status: status, output: output.map { $0 + "\n" }.joined(), errors: errors.map { "argument:1: \($0)\n" }.joined())
    }

    var testDescription: String { line }
  }

  static let cases = [
    Case(
      "suspend web-*", 0, ["Domain 'web-1' suspended", "Domain 'web-2' suspended", "Domain 'web-3' suspended"],
      ["note: 3 domains on test://HOST: web-1, web-2, web-3"]),
    Case(
      "suspend web-[13]", 0, ["Domain 'web-1' suspended", "Domain 'web-3' suspended"], ["note: 2 domains on test://HOST: web-1, web-3"]),
    Case(
      "domid web-?,1", 0, ["web-1:", "1", "", "web-2:", "2", "", "web-3:", "3"], ["note: 3 domains on test://HOST: web-1, web-2, web-3"]),
    // One that fails does not keep the others from going on.
    Case(
      "suspend web-2; suspend web-1,web-2,nope,web-3", 1,
      ["Domain 'web-2' suspended", "Domain 'web-1' suspended", "Domain 'web-3' suspended"],
      [
        "note: 3 domains on test://HOST: web-1, web-2, web-3",
        "error: Failed to suspend domain 'web-2': internal error: domain 'web-2' not running",
        "error: failed to get domain 'nope'",
      ]),
    // A name means itself, whatever characters it has.
    Case("domid db,1", 0, ["4"], []), Case("domid a*", 0, ["6"], []),
    Case("domid db,,1,a*", 0, ["db,1:", "4", "", "a*:", "6"], ["note: 2 domains on test://HOST: db,1, a*"]),
    // A number comes before a name, as everywhere; but what a pattern found is that domain, and not the one of its name's number.
    Case(
      "domuuid 2,web-1", 0, ["web-2:", "00000000-0000-0000-0000-000000000002", "", "web-1:", "00000000-0000-0000-0000-000000000001"],
      [
        "note: 2 domains on test://HOST: web-2, web-1"
      ]),
    Case("domuuid [2]", 0, ["2:", "00000000-0000-0000-0000-000000000005"], ["note: 1 domain on test://HOST: 2"]),
    Case("destroy [2]; domstate web-2", 0, ["Domain '2' destroyed", "running"], ["note: 1 domain on test://HOST: 2"]),
    // A pattern means what the command makes sense for.
    Case(
      "destroy web-1; start web-*", 0, ["Domain 'web-1' destroyed", "Domain 'web-1' started"], ["note: 1 domain on test://HOST: web-1"]),
    Case("start web-*", 1, [], ["error: no shut off domain on test://HOST matches 'web-*', only web-1, web-2, web-3"]),
    Case("destroy x*", 1, [], ["error: no domain on test://HOST matches 'x*'"]),
    Case("setmem web-[12] 1M", 0, ["Domain 'web-1': done", "Domain 'web-2': done"], ["note: 2 domains on test://HOST: web-1, web-2"]),
    // What would be wrong for several is for one.
    Case("attach-disk web-* /x vda", 1, [], ["error: failed to get domain 'web-*'"]),
  ]

  @Test(arguments: cases) func means(expected: Case) async throws {
    #expect(try await run(expected.line) == expected.run)
  }

  @Test func virshKnowsOnlyNames() async throws {
    #expect(
      try await run("domid web-*; domid a*", program: .asVirsh)
        == ProgramRun(status: 0, output: "6\n", errors: "error: failed to get domain 'web-*'\n"))
  }

  @Test func inOtherForms() async throws {
    let uuids = (1...2).map { "00000000-0000-0000-0000-00000000000\($0)" }
    #expect(
      try await run("domid web-1,nope,web-2", as: "json").output
        == """
        [{"answer":{"id":1},"domain":"web-1","succeeded":true,"uuid":"\(uuids[0])"},\
        {"domain":"nope","errors":["failed to get domain 'nope'"],"succeeded":false},\
        {"answer":{"id":2},"domain":"web-2","succeeded":true,"uuid":"\(uuids[1])"}]

        """)
    #expect(try await run("domid nope,web-1,web-2", as: "csv").output == "domain,id\r\nweb-1,1\r\nweb-2,2\r\n")
    #expect(try await run("suspend nope,web-1,web-2", as: "name").output == "web-1\nweb-2\n")
  }
}
