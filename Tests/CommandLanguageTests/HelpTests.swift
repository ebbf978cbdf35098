import CommandLanguage
import Testing

@Suite struct HelpTests {
  @Test func wholePage() throws {
    #expect(
      try Sample.registry.help(for: "dominfo") == [
        "  NAME", "    dominfo - about a domain", "", "  SYNOPSIS", "    dominfo <domain>", "", "  DESCRIPTION", "    First.",
        "    Second.", "", "  OPTIONS", "    [--domain] <string>  the domain", "",
      ])
  }

  @Test func commandWithoutOptions() throws {
    let lines = try Sample.registry.help(for: "quit")
    #expect(lines == ["  NAME", "    quit - leave", "", "  SYNOPSIS", "    quit", "", "  DESCRIPTION", "    leave", ""])
  }

  /// The spellings are those of virsh 9.0.0 for commands with these options.
  @Test(arguments: [
    ("setmem", "setmem <domain> <size> [--config] [--live] [--current]"),
    ("send-key", "send-key <domain> [--codeset <string>] [--holdtime <number>] {[--keycode] <string>}..."),
    ("echo", "echo [--shell] [--xml] [--split] [--err] [<string>]..."),
    ("schedinfo", "schedinfo <domain> [--weight <number>] [--live] [[--set] <string>]..."),
    ("attach-disk", "attach-disk <domain> <source> <target> [--mode <string>] [--live] [--current]"),
    ("domxml-to-native", "domxml-to-native <format> [--domain <string>] [--xml <string>]"),
    ("help", "help [--command <string>]"),
    ("complete", "complete [<string>]..."),
    ("nodedev-dettach", "nodedev-detach <device> [--driver <string>]"),
  ])
  func synopsis(command: String, line: String) throws {
    #expect(try Sample.registry.help(for: command)[4] == "    " + line)
  }

  @Test(arguments: [
    ("setmem", ["[--domain] <string>  the domain", "[--size] <number>  how much", "--config         next boot"]),
    (
      "send-key",
      [
        "[--domain] <string>  the domain", "--codeset <string>  whose codes", "--holdtime <number>  milliseconds",
        "[--keycode] <string>  the keys",
      ]
    ),
    ("echo", ["--shell          for a shell"]),
  ])
  func optionColumn(command: String, first: [String]) throws {
    let lines = try Sample.registry.help(for: command)
    let start = try #require(lines.firstIndex(of: "  OPTIONS")) + 1
    #expect(lines[start..<(start + first.count)].map { String($0.dropFirst(4)) } == first)
  }

  @Test func argumentsAloneAreInBrackets() throws {
    let lines = try Sample.registry.help(for: "echo")
    #expect(lines.contains("    <string>         what to say"))
    #expect(!lines.joined().contains("--str "))
  }

  @Test(arguments: ["virsh", "Virsh itself"]) func group(name: String) throws {
    #expect(
      try Sample.registry.help(for: name) == [
        " Virsh itself (help keyword 'virsh'):", "    echo                           say it again",
        "    help                           show help", "    quit                           leave",
      ])
  }

  @Test func everything() throws {
    let lines = Sample.registry.help()
    #expect(lines.prefix(3) == ["Grouped commands:", "", " Domain Management (help keyword 'domain'):"])
    #expect(lines.suffix(2) == ["    quit                           leave", ""])
    #expect(!lines.joined().contains("complete"))
    #expect(try Sample.registry.help(for: "") == lines)
  }

  @Test func unknown() {
    let error = #expect(throws: UsageError.self) { try Sample.registry.help(for: "setmen") }
    #expect(error?.lines == ["command or command group 'setmen' doesn't exist"])
    #expect(error?.suggestions == ["setmem"])
  }
}
