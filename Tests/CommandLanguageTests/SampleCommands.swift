@testable import CommandLanguage

/// Commands with the options of virsh's, so that what was seen of virsh can be expected here.
enum Sample {
  static let domains = CommandGroup(keyword: "domain", title: "Domain Management")
  static let host = CommandGroup(keyword: "host", title: "Host and Hypervisor")
  static let itself = CommandGroup(keyword: "virsh", title: "Virsh itself")

  static let registry = CommandRegistry<any CommandSyntax>(
    groups: [domains, host, itself],
    entries: [
      CommandEntry(AttachDisk.self) { $0 }, CommandEntry(DomXMLToNative.self) { $0 }, CommandEntry(SchedInfo.self) { $0 },
      CommandEntry(SendKey.self) { $0 }, CommandEntry(SetMem.self) { $0 }, CommandEntry(Start.self) { $0 },
      CommandEntry(DomInfo.self) { $0 }, CommandEntry(NodedevDetach.self) { $0 }, CommandEntry(Echo.self) { $0 },
      CommandEntry(Complete.self) { $0 }, CommandEntry(Help.self) { $0 }, CommandEntry(Quit.self) { $0 },
    ])
}

struct AttachDisk: CommandSyntax {
  static let info = CommandInfo("attach-disk", group: Sample.domains, abstract: "attach a disk", exclusive: [["current", "live"]])
  static let options = OptionTable<Self>(\._domain, \._source, \._target, \._mode, \._live, \._current)
  @Option("domain", "the domain", .required, complete: "domain") var domain: Given<String>
  @Option("source", "where it is", .required, emptyOK: true) var source: Given<String>
  @Option("target", "what the guest sees", .required) var target: Given<String>
  @Option("mode", "how it is opened", aliases: [OptionAlias("shareable", value: "shareable")]) var mode: Given<String>
  @Flag("live", "now") var live
  @Flag("current", "as it is") var current
}

struct DomXMLToNative: CommandSyntax {
  static let info = CommandInfo("domxml-to-native", group: Sample.domains, abstract: "convert")
  static let options = OptionTable<Self>(\._format, \._domain, \._xml)
  @Option("format", "the native format", .required) var format: Given<String>
  @Option("domain", "a domain", positional: false, complete: "domain") var domain: Given<String>
  @Option("xml", "a file", complete: .file) var xml: Given<String>
}

struct SchedInfo: CommandSyntax {
  static let info = CommandInfo("schedinfo", group: Sample.domains, abstract: "scheduler parameters")
  static let options = OptionTable<Self>(\._domain, \._weight, \._live, \._set)
  @Option("domain", "the domain", .required, complete: "domain") var domain: Given<String>
  @Option("weight", "its share", positional: false) var weight: Given<Int32>
  @Flag("live", "now") var live
  @Arguments("set", "parameter=value") var set
}

struct SendKey: CommandSyntax {
  static let info = CommandInfo("send-key", group: Sample.domains, abstract: "press keys")
  static let options = OptionTable<Self>(\._domain, \._codeset, \._holdtime, \._keycode)
  @Option("domain", "the domain", .required, complete: "domain-active") var domain: Given<String>
  @Option("codeset", "whose codes", complete: "codeset-name") var codeset: Given<String>
  @Option("holdtime", "milliseconds") var holdtime: Given<UInt32>
  @Arguments("keycode", "the keys", .required, complete: "keycode-name") var keycode
}

struct SetMem: CommandSyntax {
  static let info = CommandInfo(
    "setmem", group: Sample.domains, abstract: "set memory", exclusive: [["current", "live"], ["current", "config"]])
  static let options = OptionTable<Self>(\._domain, \._size, \._config, \._live, \._current)
  @Option("domain", "the domain", .required, complete: "domain") var domain: Given<String>
  @Option("size", "how much", .required, aliases: ["kilobytes"]) var size: Given<KiB>
  @Flag("config", "next boot") var config
  @Flag("live", "now") var live
  @Flag("current", "as it is") var current
}

struct Start: CommandSyntax {
  static let info = CommandInfo("start", group: Sample.domains, abstract: "start it")
  static let options = OptionTable<Self>(\._domain, \._console, \._paused)
  @Option("domain", "the domain", .required, complete: "domain-shutoff") var domain: Given<String>
  @Flag("console", "attach to it") var console
  @Flag("paused", "leave it paused") var paused
}

struct DomInfo: CommandSyntax {
  static let info = CommandInfo("dominfo", group: Sample.domains, abstract: "about a domain", description: "First.\nSecond.")
  static let options = OptionTable<Self>(\._domain)
  @Option("domain", "the domain", .required, complete: "domain") var domain: Given<String>
}

struct NodedevDetach: CommandSyntax {
  static let info = CommandInfo("nodedev-detach", group: Sample.host, abstract: "detach", aliases: ["nodedev-dettach"])
  static let options = OptionTable<Self>(\._device, \._driver)
  @Option("device", "which", .required) var device: Given<String>
  @Option("driver", "for what") var driver: Given<String>
}

struct Echo: CommandSyntax {
  static let info = CommandInfo(
    "echo", group: Sample.itself, abstract: "say it again", needsConnection: false,
    exclusive: [["shell", "xml"], ["shell", "split"], ["xml", "split"]])
  static let options = OptionTable<Self>(\._shell, \._xml, \._split, \._err, \._string)
  @Flag("shell", "for a shell") var shell
  @Flag("xml", "for XML") var xml
  @Flag("split", "at commas") var split
  @Flag("err", "to standard error") var err
  @Arguments("string", "what to say", aliases: ["str", OptionAlias("hi", value: "hello")]) var string
}

struct Complete: CommandSyntax {
  static let info = CommandInfo("complete", group: Sample.itself, abstract: "complete a line", hidden: true)
  static let options = OptionTable<Self>(\._string)
  @Arguments("string", "the words", emptyOK: true) var string
}

struct Help: CommandSyntax {
  static let info = CommandInfo("help", group: Sample.itself, abstract: "show help", needsConnection: false, ignoresSurplus: true)
  static let options = OptionTable<Self>(\._command)
  @Option("command", "a command or a group", complete: .command) var command: Given<String>
}

struct Quit: CommandSyntax {
  static let info = CommandInfo("quit", group: Sample.itself, abstract: "leave", needsConnection: false)
  static let options = OptionTable<Self>.none
}
