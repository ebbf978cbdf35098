import CommandLanguage
import Commands
import Testing

@Suite struct CompleterTests {
  @Test(
    arguments: [
      ("domain", ["test"]), ("domain-active", ["test"]), ("domain-inactive", []), ("domain-running", ["test"]), ("domain-paused", []),
      ("domain-shutoff", []), ("domain-persistent", ["test"]), ("domain-uuid", ["6695eb01-f6a4-8304-79aa-97f2502e193f"]),
      ("domain-shutdown-mode", ["acpi", "agent", "initctl", "signal", "paravirt"]), ("nonsense", []),
    ] as [(String, [String])])
  func values(kind: String, expected: [String]) async throws {
    let completer = Completer(context: try TestSession().context)
    #expect(await completer.values(of: kind) == expected)
  }

  @Test func statesCount() async throws {
    let session = try TestSession()
    let completer = Completer(context: session.context)
    _ = try await session.run("suspend test")
    #expect(await completer.values(of: "domain-paused") == ["test"])
    #expect(await completer.values(of: "domain-running") == [])
    _ = try await session.run("destroy test")
    #expect(await completer.values(of: "domain-shutoff") == ["test"])
  }

  @Test func valuesThatDependOnOthers() async throws {
    let session = try TestSession()
    let completer = Completer(context: session.context)
    let command = try #require(try session.commands.parse(LexedLine(string: "undefine test", dialect: .virtsh)).first)
    #expect(await completer.values(of: "domain-undefine-storage-disks", command: command) == ["vda"])
    #expect(await completer.values(of: "domain-undefine-storage-disks") == [])
    #expect(await completer.values(of: "domain-io-thread-id", command: command) == [])
  }

  @Test func namesOfFiles() async throws {
    let completer = Completer(context: try TestSession().context)
    #expect(await completer.values(of: "file", prefix: "/us").contains("/usr/"))
    #expect(await completer.values(of: "file", prefix: "/etc/hostnam").contains { $0.hasSuffix("/") } == false)
    #expect(await completer.values(of: "file", prefix: "/no-such-folder/") == [])
  }

  @Test(
    arguments: [
      ("complete -- domst", "domstate\ndomstats\n"), ("complete -- start te", nil), ("complete -- destroy te", "test\n"),
      ("complete -- list --al", "--all\n"), ("complete -- nosuch", nil), ("complete", nil),
      ("complete -- reboot test --mode a", "acpi\nagent\n"),
    ] as [(String, String?)])
  func theCommand(line: String, expected: String?) async throws {
    let session = try TestSession()
    let outcome = try await session.run(line)
    #expect(outcome.succeeded == (expected != nil))
    if let expected { #expect(try await session.text(line) == expected) }
  }
}
