import Synchronization
import Testing

@testable import CommandLanguage

/// What a registry makes of its commands: it decides what a start costs when there are hundreds.
@Suite struct CommandIndexTests {
  /// Whose types were asked for, in order.
  private final class Log: Sendable {
    private let state = Mutex<[String]>([])
    var names: [String] { state.withLock { $0 } }
    func add(_ name: String) { state.withLock { $0.append(name) } }
  }

  private static let types: KeyValuePairs<String, any CommandSyntax.Type> = [
    "attach-disk": AttachDisk.self, "echo": Echo.self, "help": Help.self, "nodedev-detach": NodedevDetach.self, "quit": Quit.self,
    "whoami": WhoAmI.self,
  ]

  private struct WhoAmI: CommandSyntax {
    static let info = CommandInfo("whoami", group: Sample.itself, abstract: "says who", ours: true)
    static var options: OptionTable<Self> { .none }
  }

  private static func registry(_ log: Log, _ dialect: Dialect = .virtsh) -> CommandRegistry<any CommandSyntax> {
    CommandRegistry(
      groups: [Sample.domains], names: types.map(\.key),
      syntax: {
        log.add(types[$0].key)
        return types[$0].value
      }, product: { types[$0].value.bound(to: $1) }, dialect: dialect)
  }

  @Test func onlyTheCommandThatIsAskedForIsMade() throws {
    let log = Log()
    let registry = Self.registry(log)
    #expect(log.names == [])
    let parsed = try registry.parse("echo a; echo b")
    #expect(parsed.count == 2)
    #expect(parsed[1].bind() is Echo)
    #expect(registry["quit"]?.info.name == "quit")
    #expect(try registry.parse("echo c").count == 1)
    #expect(log.names == ["echo", "quit"])
  }

  @Test func anAliasIsFoundAmongAll() throws {
    let log = Log()
    let registry = Self.registry(log)
    #expect(registry["nodedev-dettach"]?.info.name == "nodedev-detach")
    #expect(registry["nodedev-dettach"]?.info.name == "nodedev-detach")
    #expect(registry["no-such-command"] == nil)
    #expect(log.names.sorted() == Self.types.map(\.key), "each is made once")
  }

  @Test func ourOwnAreNotVirshs() throws {
    let log = Log()
    let registry = Self.registry(log, .virsh)
    #expect(registry["whoami"] == nil)
    #expect(registry.entries.map(\.info.name) == ["attach-disk", "echo", "help", "nodedev-detach", "quit"])
    #expect(Self.registry(Log())["whoami"]?.info.isOurs == true)
  }

  @Test func aGroupThatWasNotGivenComesLast() {
    let groups = Self.registry(Log()).groups
    #expect(groups.first == Sample.domains)
    #expect(groups.count == Set(groups).count)
    #expect(Set(groups).isSuperset(of: [Sample.domains, Sample.itself]))
  }
}

extension CommandSyntax {
  fileprivate static func bound(to values: [ParsedValue]) -> any CommandSyntax { options.bind(values) }
}
