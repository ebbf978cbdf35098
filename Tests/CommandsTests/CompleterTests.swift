import CommandLanguage
import Commands
import Testing

@Suite struct CompleterTests {
  @Test(
    arguments: [
      ("domain", ["test"]), ("domain-active", ["test"]), ("domain-inactive", []), ("domain-running", ["test"]), ("domain-paused", []),
      ("domain-shutoff", []), ("domain-persistent", ["test"]), ("domain-uuid", ["6695eb01-f6a4-8304-79aa-97f2502e193f"]),
      ("domain-managedsave", []), ("domain-other", []), ("domain-active+has-checkpoint", []), ("domain-has-snapshot", []),
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
    #expect(await completer.values(of: "domain-disk-target", command: command) == ["vda"])
    #expect(await completer.values(of: "domain-interface", command: command) == ["testnet0", "aa:bb:cc:dd:ee:ff"])
    #expect(await completer.values(of: "domain-vcpu", command: command) == ["0", "1"])
    #expect(await completer.values(of: "domain-vcpulist", prefix: "0,", command: command) == ["0,1"])
    #expect(await completer.values(of: "domain-io-thread-id", command: command) == [])
  }

  @Test func namesOfFiles() async throws {
    let completer = Completer(context: try TestSession().context)
    #expect(await completer.values(of: "file", prefix: "/us").contains("/usr/"))
    #expect(await completer.values(of: "file", prefix: "/etc/hostnam").contains { $0.hasSuffix("/") } == false)
    #expect(await completer.values(of: "file", prefix: "/no-such-folder/") == [])
  }

  /// Lists go on behind their last comma, and do not say anything twice.
  @Test(
    arguments: [
      ("", ["acpi", "agent", "initctl", "signal", "paravirt"]), ("acpi,", ["acpi,agent", "acpi,initctl", "acpi,signal", "acpi,paravirt"]),
      ("acpi,signal,a", ["acpi,signal,agent", "acpi,signal,initctl", "acpi,signal,paravirt"]),
    ])
  func lists(prefix: String, expected: [String]) async throws {
    let completer = Completer(context: try TestSession().context)
    #expect(await completer.values(of: "domain-shutdown-mode", prefix: prefix) == expected)
  }

  @Test func helpHasGroupsToo() async throws {
    let session = try TestSession()
    let topics = await Completer(context: session.context).values(of: "command")
    #expect(topics.contains("list") && topics.contains("nodedev") && !topics.contains("complete"))
    let virsh = Completer(dialect: .virsh, commands: session.commands) { try await session.connection() }
    #expect(await virsh.values(of: "command") == session.commands.listedNames)
  }

  @Test(
    arguments: [
      ("complete -- domst", "domstate\ndomstats\n"), ("complete -- start te", nil), ("complete -- destroy te", "test\n"),
      ("complete -- destroy ''", "test\n"), ("complete -- destroy --domain=t", "--domain=test\n"),
      ("complete -- list --al", "--all\n"), ("complete -- nosuch", nil), ("complete", nil),
      ("complete -- reboot test --mode a", "acpi\nagent\n"), ("complete -- reboot test --mode=acpi,a", "--mode=acpi,agent\n"),
      ("complete -- undefine test --storage ''", "vda\n"), ("complete -- help nodede", "nodedev\n"),
      ("complete -- suspend --", "--domain\n--output\n"), ("complete -- connect test", "test:///default\n"),
    ] as [(String, String?)])
  func theCommand(line: String, expected: String?) async throws {
    let session = try TestSession()
    let outcome = try await session.run(line)
    #expect(outcome.succeeded == (expected != nil))
    if let expected { #expect(try await session.text(line) == expected) }
  }

  /// Success without a candidate tells a shell to look among its files.
  @Test(arguments: [("define", "/et"), ("define", ""), ("define", "--file="), ("create", "x")])
  func filesAreTheShellsAffair(command: String, word: String) async throws {
    let outcome = try await TestSession().run("complete -- \(command) '\(word)'")
    #expect(outcome.succeeded)
    #expect(outcome.answer == nil)
  }

  @Test func hostileNamesAreLeftOut() async throws {
    let session = try TestSession()
    for name in ["two words", "it's", "bidi\u{202E}", "del\u{7F}"] {
      let xml = "<domain type='test'><name>\(name)</name><memory>1024</memory><os><type>hvm</type></os></domain>"
      _ = try await session.connection().defineDomain(xml: xml)
    }
    #expect(Set(try await session.text("complete -- start ''").split(separator: "\n")) == ["two words", "it's"])
  }
}
