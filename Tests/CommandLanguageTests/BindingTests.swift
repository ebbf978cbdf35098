import CommandLanguage
import Testing

@Suite struct BindingTests {
  private func bind<Syntax: CommandSyntax>(_ line: String, _ type: Syntax.Type) throws -> Syntax {
    let parsed = try Sample.registry.parse(line)
    return try #require(parsed.first?.bind() as? Syntax)
  }

  @Test func valuesReachTheirProperties() throws {
    let command = try bind("setmem --live test 64MiB", SetMem.self)
    #expect(try command.domain.required() == "test")
    #expect(try command.size.required().kibibytes == 65536)
    #expect(command.live)
    #expect(!command.config)
  }

  @Test func nothingIsConvertedBeforeItIsAskedFor() throws {
    let command = try bind("setmem '' 1x", SetMem.self)
    #expect(command.size.raw == "1x")
    let domain = #expect(throws: UsageError.self) { try command.domain.required() }
    #expect(domain?.lines == ["Failed to get option 'domain': Option argument is empty"])
    let size = #expect(throws: UsageError.self) { try command.size.value() }
    #expect(size?.lines.count == 2)
  }

  @Test func absentOptions() throws {
    let command = try bind("attach-disk a '' c", AttachDisk.self)
    #expect(try command.source.required() == "")
    #expect(!command.mode.isGiven)
    #expect(try command.mode.value() == nil)
    let error = #expect(throws: UsageError.self) { try command.mode.required() }
    #expect(error?.lines == ["Failed to get option 'mode': Mandatory option not present"])
  }

  @Test func emptyNumbersAreMalformedNotEmpty() throws {
    let command = try bind("setmem test --size=", SetMem.self)
    let error = #expect(throws: UsageError.self) { try command.size.required() }
    #expect(error?.lines == ["Scaled numeric value '' for <size> option is malformed or out of range"])
  }

  @Test func argumentsKeepTheirOrder() throws {
    #expect(try bind("echo --hi a --string b ''", Echo.self).string == ["hello", "a", "b", ""])
  }

  @Test(arguments: [
    ("echo --xml --shell --split a", "Options --shell and --xml are mutually exclusive"),
    ("echo --split --xml", "Options --xml and --split are mutually exclusive"),
    ("setmem a 5 --config --current", "Options --current and --config are mutually exclusive"),
    ("setmem a 5 --config --live --current", "Options --current and --live are mutually exclusive"),
  ])
  func exclusiveOptions(line: String, message: String) throws {
    let parsed = try #require(try Sample.registry.parse(line).first)
    let error = #expect(throws: UsageError.self) { try parsed.checkExclusive() }
    #expect(error?.lines == [message])
  }

  @Test func optionsThatGoTogether() throws {
    let parsed = try #require(try Sample.registry.parse("setmem a 5 --config --live").first)
    try parsed.checkExclusive()
    #expect(parsed.isGiven("live"))
    #expect(!parsed.isGiven("current"))
    #expect(parsed.raw("size") == "5")
    #expect(parsed.raw("current") == nil)
  }

  @Test func registryFindsNamesAndAliases() {
    #expect(Sample.registry["nodedev-dettach"]?.info.name == "nodedev-detach")
    #expect(Sample.registry["Echo"] == nil)
    #expect(!Sample.registry.listedNames.contains("complete"))
    #expect(!Sample.registry.listedNames.contains("nodedev-dettach"))
    #expect(Sample.registry["complete"]?.info.isHidden == true)
  }

  @Test func groupsThatWereForgottenComeLast() {
    let registry = CommandRegistry<any CommandSyntax>(
      groups: [Sample.itself], entries: [CommandEntry(DomInfo.self) { $0 }, CommandEntry(Quit.self) { $0 }])
    #expect(registry.groups.map(\.keyword) == ["virsh", "domain"])
    #expect(registry.listedNames == ["quit", "dominfo"])
  }
}
