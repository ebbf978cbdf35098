import CommandLanguage
import Testing

/// What is completed is read back as what was meant, and our own ways.
@Suite struct CompletedLineTests {
  private static let pieces = [
    "a", "vm", "-", "--", "=", ",", " ", "\t", "'", "\"", "\\", ";", "#", "|", ">", "&", "$", "\n", "\r", "\u{1B}", "\u{202E}", "é",
    "日本", "\u{301}", "\u{0}", "/", "e\u{301}",
  ]

  private static func names(_ seed: UInt64, count: Int = 400) -> [String] {
    var source = SplitMix(state: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1..<9, using: &source)).map { _ in pieces.randomElement(using: &source) ?? "" }.joined()
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      return mixed ^ (mixed >> 27)
    }
  }

  /// What stands in the line before the name is typed, and how it may be quoted.
  private static let beginnings = [
    "dominfo ", "dominfo '", "dominfo \"", "dominfo --domain ", "dominfo --domain '", "dominfo --domain=", "dominfo --domain='",
    "dominfo --domain=\"", "dominfo '--domain=", "dominfo \"--domain=", "echo a; dominfo \"", "setmem --size 1 --domain=", "dominfo -- ",
  ]

  @Test(arguments: beginnings) func completedNamesComeBack(beginning: String) throws {
    for dialect in [Dialect.virsh, .virtsh] {
      for (number, name) in Self.names(UInt64(beginning.utf8.count)).enumerated() {
        // With nothing typed of it, and with its beginning typed as completion itself would put it.
        let quote = beginning.first { $0 == "'" || $0 == "\"" }
        let typed = number % 2 == 0 ? "" : String(name.unicodeScalars.prefix(1)).escapedForLine(in: quote)
        let line = beginning + typed
        let request = Sample.registry.completion(of: line, dialect: dialect)
        guard case .value(let option, _) = request.target, option.name == "domain", request.admits(name) else { continue }
        let completed = try #require(String(line.utf8.prefix(request.start))) + request.text(for: name, isWhole: true) + " "
        let parsed = LexedLine(string: completed, dialect: .virtsh)
        #expect(parsed.error == nil, "\(completed)")
        let word = try #require(parsed.commands.last?.last)
        let lead = beginning.contains("=") ? "--domain=" : ""
        #expect(word.text == lead + name, "\(completed)")
      }
    }
  }

  @Test func aFolderKeepsItsQuotesOpen() {
    let request = Sample.registry.completion(of: "domxml-to-native x --xml 'my fo", dialect: .virtsh)
    #expect(request.text(for: "my folder/", isWhole: false) == "'my folder/")
    #expect(request.text(for: "my file", isWhole: true) == "'my file'")
  }

  /// A word that looks like an option cannot be given by its place, but by its option's name.
  @Test(arguments: [
    ("dominfo ", "--all", false), ("dominfo ", "--", false), ("dominfo ", "-x", true), ("dominfo ", "---x", true),
    ("dominfo --domain ", "--all", true), ("dominfo --domain=", "--all", true), ("dominfo -- ", "--all", true),
  ])
  func optionsAreNoNames(line: String, name: String, isAdmitted: Bool) {
    #expect(Sample.registry.completion(of: line, dialect: .virtsh).admits(name) == isAdmitted)
  }

  /// Letters that look the same are not.
  @Test func prefixesAreComparedByteForByte() {
    #expect(Sample.registry.completion(of: "dominfo e", dialect: .virtsh).admits("e\u{301}x"))
    #expect(!Sample.registry.completion(of: "dominfo \u{E9}", dialect: .virtsh).admits("e\u{301}x"))
  }

  private static func option(_ line: String, _ dialect: Dialect = .virtsh) -> String? {
    if case .value(let option, _) = Sample.registry.completion(of: line, dialect: dialect).target { option.name } else { nil }
  }

  /// virsh offers options behind a blank, we what the blank is for.
  @Test func aBlankAsksForTheNextValue() {
    #expect(Self.option("dominfo ") == "domain")
    #expect(Self.option("dominfo ", .virsh) == nil)
    #expect(Self.option("send-key vm ") == "codeset")
    #expect(Sample.registry.completion(of: "send-key vm ", dialect: .virtsh).options == ["--codeset", "--holdtime", "--keycode"])
    #expect(Self.option("dominfo vm ") == nil)
  }

  @Test func aSignGivesTheValueOfItsOwnOption() {
    #expect(Self.option("send-key --codeset=li") == "codeset")
    #expect(Self.option("send-key --codeset=li", .virsh) == "codeset")
  }

  @Test func optionsThatExcludeEachOtherAreNotOffered() {
    let request = Sample.registry.completion(of: "setmem vm 1 --current --", dialect: .virtsh)
    guard case .options(let names) = request.target else {
      Issue.record("no options")
      return
    }
    #expect(names == [])
    #expect(Sample.registry.completion(of: "setmem vm 1 --live --", dialect: .virtsh).target.optionNames == ["--config"])
    #expect(Sample.registry.completion(of: "dominfo -- --", dialect: .virtsh).options == [])
  }

  @Test func wordsOfAShellAreLiteral() {
    let quoted = Sample.registry.completion(ofLiteral: ["dominfo", "it's \"a"])
    #expect(quoted.prefix == "it's \"a")
    #expect(quoted.lead.isEmpty)
    let assigned = Sample.registry.completion(ofLiteral: ["setmem", "a;b #c", "--size=1"])
    #expect(assigned.prefix == "1")
    #expect(assigned.lead == "--size=")
    if case .value(let option, let command) = assigned.target {
      #expect(option.name == "size")
      #expect(command.raw("domain") == "a;b #c")
    } else {
      Issue.record("no value")
    }
    #expect(Sample.registry.completion(ofLiteral: ["domi"]).target.commandNames == ["dominfo"])
    #expect(Sample.registry.completion(ofLiteral: []).target.commandNames == Sample.registry.listedNames)
  }
}

extension CompletionTarget {
  fileprivate var optionNames: [String]? { if case .options(let names) = self { names } else { nil } }
  fileprivate var commandNames: [String]? { if case .commands(let names) = self { names } else { nil } }
}
