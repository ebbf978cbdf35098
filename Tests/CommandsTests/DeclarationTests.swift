import CommandLanguage
import Commands
import Testing

/// Every command is declared as virsh has it.
@Suite struct DeclarationTests {
  static let commands = Commands.all(in: .virsh)

  @Test func noneIsMissingAndNoneIsMadeUp() {
    #expect(CommandFacts.all.count == 99)
    #expect(Set(CommandFacts.all.map(\.name)) == Set(Self.commands.entries.map(\.info.name)))
  }

  /// The table has each name a second time.
  @Test func commandsAreFoundByTheirNames() {
    let commands = Commands.all(in: .virtsh)
    for entry in commands.entries { #expect(commands[entry.info.name]?.info.name == entry.info.name) }
  }

  @Test func ourOwnAreMarked() {
    let own = Commands.all(in: .virtsh).entries.filter { Self.commands[$0.info.name] == nil }
    #expect(own.allSatisfy { $0.info.isOurs })
  }

  /// Values find their options by place, so the places that virsh knows must not move.
  @Test func ourOwnOptionsComeLast() {
    for entry in Commands.all(in: .virtsh).entries {
      let own = entry.options.specifications.map(\.isOurs)
      #expect(own == own.sorted { !$0 && $1 }, "\(entry.info.name)")
    }
  }

  @Test(arguments: CommandFacts.all)
  func theCommandItself(facts: CommandFacts) throws {
    let entry = try #require(Self.commands[facts.name])
    #expect(entry.info.group.keyword == facts.groupKeyword)
    #expect(entry.info.isHidden == facts.hidden)
    #expect(!entry.info.abstract.isEmpty)
    // What excludes an option of our own is ours, too.
    let virshs = entry.info.exclusive.filter { $0.allSatisfy { entry.options[$0] != nil } }
    #expect(virshs == facts.exclusive)
  }

  @Test(arguments: CommandFacts.all)
  func theOptions(facts: CommandFacts) throws {
    let options = try #require(Self.commands[facts.name]).options.specifications
    let expected = facts.options.filter { $0.kind != "alias" }
    #expect(options.map(\.name) == expected.map(\.name))
    for (option, fact) in zip(options, expected) {
      #expect(option.kind == Self.kind(of: fact), "\(option.name)")
      #expect(option.isRequired == fact.required, "\(option.name)")
      #expect(option.isPositional == fact.positional, "\(option.name)")
      #expect(option.isEmptyAllowed == (fact.emptyOK ?? false), "\(option.name)")
      #expect(!option.help.isEmpty, "\(option.name)")
    }
  }

  @Test(arguments: CommandFacts.all)
  func otherSpellings(facts: CommandFacts) throws {
    let options = try #require(Self.commands[facts.name]).options.specifications
    let declared = options.flatMap { option in option.aliases.map { "\($0.name) > \(option.name)=\($0.value ?? "")" } }
    let expected = facts.options.filter { $0.kind == "alias" }.map { "\($0.name) > \($0.aliasOf ?? "")=\($0.aliasValue ?? "")" }
    #expect(Set(declared) == Set(expected))
  }

  @Test(arguments: CommandFacts.all)
  func whatCompletesThem(facts: CommandFacts) throws {
    let options = try #require(Self.commands[facts.name]).options.specifications
    for fact in facts.options {
      guard let completer = fact.completer, completer != "none" else { continue }
      let option = try #require(options.first { $0.name == fact.name })
      #expect(option.completion.kind == completer, "\(option.name)")
    }
    for option in options where option.completion != .none {
      #expect(Completer.kinds.contains(option.completion.kind), "nothing is known of \(option.completion.kind)")
    }
  }

  private static func kind(of fact: CommandFacts.Option) -> OptionKind? {
    switch fact.kind {
    case "bool": .flag
    case "int": .number
    case "string", "data": .string
    case "argv": .arguments
    default: nil
    }
  }
}
