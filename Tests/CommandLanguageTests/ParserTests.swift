import CommandLanguage
import Testing

@Suite struct ParserTests {
  /// Each line was given to virsh 9.0.0, whose debug output names the options it found.
  static let accepted: [(line: String, trace: [String])] = [
    ("dominfo test", ["dominfo: domain(optdata): test"]),
    ("dominfo --domain test", ["dominfo: domain(optdata): test"]),
    ("dominfo --domain=test", ["dominfo: domain(optdata): test"]),
    ("dominfo \"--domain\" te'st'", ["dominfo: domain(optdata): test"]),
    ("dominfo --domain --domain", ["dominfo: domain(optdata): --domain"]),
    ("dominfo --domain --", ["dominfo: domain(optdata): --"]),
    ("dominfo -- --domain", ["dominfo: domain(optdata): --domain"]),
    ("dominfo --=x", ["dominfo: domain(optdata): --=x"]),
    ("dominfo ---x", ["dominfo: domain(optdata): ---x"]),
    ("dominfo -x", ["dominfo: domain(optdata): -x"]),
    ("dominfo -", ["dominfo: domain(optdata): -"]),
    ("dominfo --é", ["dominfo: domain(optdata): --é"]),
    ("dominfo ''", ["dominfo: domain(optdata): "]),
    ("dominfo --domain=", ["dominfo: domain(optdata): "]),
    ("dominfo --domain=a=b", ["dominfo: domain(optdata): a=b"]),
    ("setmem --size 5 test", ["setmem: size(optdata): 5", "setmem: domain(optdata): test"]),
    ("setmem test --live 5", ["setmem: domain(optdata): test", "setmem: live(bool): (none)", "setmem: size(optdata): 5"]),
    ("setmem test --kilobytes 5", ["setmem: domain(optdata): test", "setmem: size(optdata): 5"]),
    (
      "attach-disk a b c d",
      ["domain(optdata): a", "source(optdata): b", "target(optdata): c", "mode(optdata): d"].map { "attach-disk: " + $0 }
    ),
    (
      "attach-disk a b c --shareable",
      ["domain(optdata): a", "source(optdata): b", "target(optdata): c", "mode(optdata): shareable"].map { "attach-disk: " + $0 }
    ),
    ("domxml-to-native f x", ["domxml-to-native: format(optdata): f", "domxml-to-native: xml(optdata): x"]),
    ("schedinfo d 7 8", ["schedinfo: domain(optdata): d", "schedinfo: set(optdata): 7", "schedinfo: set(optdata): 8"]),
    (
      "send-key d linux 5 A --keycode B C",
      [
        "domain(optdata): d", "codeset(optdata): linux", "holdtime(optdata): 5", "keycode(optdata): A", "keycode(optdata): B",
        "keycode(optdata): C",
      ].map { "send-key: " + $0 }
    ),
    ("echo --string --xml", ["echo: string(optdata): --xml"]),
    ("echo --string=--xml --string=b c", ["echo: string(optdata): --xml", "echo: string(optdata): b", "echo: string(optdata): c"]),
    ("echo --hi --hi --str q z", ["hello", "hello", "q", "z"].map { "echo: string(optdata): " + $0 }),
    ("nodedev-dettach x", ["nodedev-detach: device(optdata): x"]),
    ("quit --; echo b", ["echo: string(optdata): b"]),
    ("\"#x\" foo; echo b", ["echo: string(optdata): b"]),
    ("\"#x\" \"abc;foo", []),
    ("dominfo --help", ["help: command(optdata): dominfo"]),
    ("setmem x --help", ["help: command(optdata): setmem"]),
    ("nodedev-dettach --help", ["help: command(optdata): nodedev-detach"]),
    ("help --help --help", ["help: command(optdata): help"]),
    ("help foo --help", ["help: command(optdata): help"]),
    ("help setmem dominfo foo --bar --baz=1", ["help: command(optdata): setmem"]),
    ("help --foo=x setmem", ["help: command(optdata): setmem"]),
    ("help", []),
  ]

  @Test(arguments: accepted) func values(line: String, trace: [String]) throws {
    #expect(try Sample.registry.parse(line).flatMap(\.trace) == trace)
  }

  /// Each line was refused by virsh 9.0.0 with these messages.
  static let refused: [(line: String, lines: [String])] = [
    ("foo", ["unknown command: 'foo'"]),
    ("Dominfo x", ["unknown command: 'Dominfo'"]),
    ("''", ["unknown command: ''"]),
    ("foo \"abc", ["unknown command: 'foo'"]),
    ("foo --help", ["unknown command: 'foo'"]),
    ("echo a;foo", ["unknown command: 'foo'"]),
    ("dominfo --domain \"abc", ["missing \""]),
    ("help --foo \"abc", ["missing \""]),
    ("\"#x\" a\\", ["dangling \\"]),
    ("\"", ["missing \""]),
    ("dominfo", ["command 'dominfo' requires <domain> option"]),
    ("setmem", ["command 'setmem' requires <domain> option", "command 'setmem' requires --size option"]),
    ("setmem test", ["command 'setmem' requires --size option"]),
    ("send-key", ["command 'send-key' requires <domain> option", "command 'send-key' requires <keycode> option"]),
    ("attach-disk", ["<domain>", "<source>", "<target>"].map { "command 'attach-disk' requires \($0) option" }),
    ("nodedev-dettach", ["command 'nodedev-detach' requires <device> option"]),
    ("nodedev-dettach --foo", ["command 'nodedev-detach' doesn't support option --foo"]),
    ("dominfo --dom x", ["command 'dominfo' doesn't support option --dom"]),
    ("setmem --LIVE", ["command 'setmem' doesn't support option --LIVE"]),
    ("setmem --a=b", ["command 'setmem' doesn't support option --a"]),
    ("dominfo --help --foo", ["command 'dominfo' doesn't support option --foo"]),
    ("dominfo --foo --help", ["command 'dominfo' doesn't support option --foo"]),
    ("dominfo --help=3", ["invalid '=' after option --help"]),
    ("setmem --live=1", ["invalid '=' after option --live"]),
    ("echo --hi=x", ["invalid '=' after option --hi"]),
    ("dominfo a b", ["unexpected data 'b'"]),
    ("dominfo --domain a b", ["unexpected data 'b'"]),
    ("dominfo a b --help", ["unexpected data 'b'"]),
    ("quit 3", ["unexpected data '3'"]),
    ("quit -- --help", ["unexpected data '--help'"]),
    ("setmem --live --live", ["option --live already seen"]),
    ("dominfo a --domain b", ["option --domain already seen"]),
    ("setmem a 5 --kilobytes 6", ["option --size already seen"]),
    ("attach-disk a b c --shareable --mode x", ["option --mode already seen"]),
    ("attach-disk a b c d --shareable", ["option --mode already seen"]),
    ("setmem a --size", ["expected syntax: --size <number>"]),
    ("dominfo --domain", ["expected syntax: --domain <string>"]),
    ("dominfo --domain; echo b", ["expected syntax: --domain <string>"]),
    ("echo --str", ["expected syntax: --string <string>"]),
    ("help --command", ["expected syntax: --command <string>"]),
  ]

  @Test(arguments: refused) func errors(line: String, lines: [String]) {
    let error = #expect(throws: UsageError.self) { try Sample.registry.parse(line) }
    #expect(error?.lines == lines)
  }

  @Test func argumentsAreLiteral() throws {
    let parsed = try Sample.registry.parse(LexedLine(arguments: ["echo", "--", "--xml", "a;b", "'"]))
    #expect(parsed.map { $0.trace.count } == [3])
    let error = #expect(throws: UsageError.self) { try Sample.registry.parse(LexedLine(arguments: ["echo a", "b"])) }
    #expect(error?.lines == ["unknown command: 'echo a'"])
  }

  @Test func errorsKnowTheirPlaceAndWhatWasMeant() {
    let command = #expect(throws: UsageError.self) { try Sample.registry.parse("echo a; domifno x") }
    #expect(command?.column == 9)
    #expect(command?.suggestions == ["dominfo"])
    let option = #expect(throws: UsageError.self) { try Sample.registry.parse("setmem --lvie test 5") }
    #expect(option?.column == 8)
    #expect(option?.suggestions == ["--live"])
    let beginning = #expect(throws: UsageError.self) { try Sample.registry.parse("domin x") }
    #expect(beginning?.suggestions == ["dominfo"])
    let none = #expect(throws: UsageError.self) { try Sample.registry.parse("xyzzy") }
    #expect(none?.suggestions == [])
  }

  @Test func helpNeedsACommandNamedHelp() {
    let registry = CommandRegistry<any CommandSyntax>(groups: [], entries: [CommandEntry(Quit.self) { $0 }])
    let error = #expect(throws: UsageError.self) { try registry.parse("quit --help") }
    #expect(error?.lines == ["command 'quit' doesn't support option --help"])
  }
}
