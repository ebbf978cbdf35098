import CommandLanguage
import ConnectionURI
import Drivers
import Libvirt

/// Finds the values that an option of some kind could have.
public struct Completer: Sendable {
  let dialect: Dialect
  let commands: Commands
  private let connect: @Sendable () async throws -> Connection

  /// A completer that asks the context's connection, and opens it if need be.
  public init(context: Context) {
    self.init(dialect: context.dialect, commands: context.session.commands) { try await context.connection }
  }

  /// A completer that asks the connection that `connect` gives.
  public init(dialect: Dialect, commands: Commands, connect: @escaping @Sendable () async throws -> Connection) {
    self.dialect = dialect
    self.commands = commands
    self.connect = connect
  }

  /// Whom it asks; throws when there is nobody.
  var connection: Connection {
    get async throws { try await connect() }
  }

  /// The kinds that it knows values of.
  public static var kinds: Set<String> { Set(sources.keys) }

  /// The values of a completion kind; none for a kind that has none, or when nobody answers.
  public func values(of kind: String, prefix: String = "", command: ParsedCommand<any Command>? = nil) async -> [String] {
    await values(for: CompletionQuestion(kind, prefix: prefix, command: command))
  }

  /// The values that answer a question; none for a kind that has none, or when nobody answers. They need not begin with the prefix.
  public func values(for question: CompletionQuestion) async -> [String] {
    guard let source = Self.sources[question.kind], dialect == .virtsh || !source.isOurs else { return [] }
    let values = (try? await source.find(self, question)) ?? []
    return source.isList ? Self.lists(of: values, after: question.prefix) : values
  }

  /// Where the answer comes from, and what it depends on; nil for what is known without asking a hypervisor.
  public static func origin(of question: CompletionQuestion) -> CompletionOrigin? {
    guard let source = sources[question.kind], source.asksHypervisor else { return nil }
    return CompletionOrigin(
      kind: question.kind, option: question.option, givens: source.owners.map { question.raw($0) },
      begun: source.isList ? question.prefix.lastIndex(of: ",").map { String(question.prefix[...$0]) } ?? "" : "")
  }

  /// Lists of items that go on behind the last comma; an item that is there already does not come again.
  private static func lists(of items: [String], after prefix: String) -> [String] {
    guard let comma = prefix.lastIndex(of: ",") else { return items }
    let begun = prefix[...comma]
    let there = Set(begun.split(separator: ",").map(String.init))
    return items.filter { !there.contains($0) }.map { begun + $0 }
  }

  private static let sources: [String: CompletionSource] = [
    itself, domains, devices, domainWords, networks, hostObjects, hostResources, storage, words,
  ].reduce(into: [:]) { table, family in table.merge(family) { first, _ in first } }
}

/// What the shell itself knows.
extension Completer {
  private static let itself: [String: CompletionSource] = [
    "file": .here { _, question in FileNames.beginning(with: question.prefix) },
    "program": .here(isOurs: true) { _, question in FileNames.programs(beginning: question.prefix) },
    "command": .here { completer, _ in
      let names = completer.commands.listedNames
      return completer.dialect == .virsh ? names : names + completer.commands.groups.map(\.keyword)
    },
    "connection-uri": .here(isOurs: true) { _, _ in
      let environment = ConnectionEnvironment.current()
      // A file that is written wrongly says no aliases.
      return environment.knownConnections((try? .ofUser(in: environment)) ?? ConnectionConfiguration())
    },
  ]
}
