import CommandLanguage
import Libvirt
import LibvirtProtocol

/// Finds the values that an option of some kind could have.
public struct Completer: Sendable {
  private typealias Source = @Sendable (_ completer: Completer, _ prefix: String, _ command: ParsedCommand<any Command>?) async -> [String]

  private let context: Context

  /// A completer that asks the context's connection.
  public init(context: Context) { self.context = context }

  /// The kinds that it knows values of.
  public static var kinds: Set<String> { Set(sources.keys) }

  /// The values of a completion kind; none for a kind that has none, or when nobody answers.
  ///
  /// `prefix` only limits what has to be looked at: names of files are read from one folder. `command` holds what else was given,
  /// for values that depend on it.
  public func values(of kind: String, prefix: String = "", command: ParsedCommand<any Command>? = nil) async -> [String] {
    await Self.sources[kind]?(self, prefix, command) ?? []
  }

  private static let sources: [String: Source] = [
    "file": { _, prefix, _ in FileNames.beginning(with: prefix) },
    "command": { completer, _, _ in completer.context.session.commands.listedNames },
    "domain-event-name": { _, _, _ in DomainEventNames.all },
    "domain-shutdown-mode": { _, _, _ in ShutdownModes.names },
    "domain-uuid": { completer, _, _ in await completer.domains([]).map { "\($0.uuid)" } },
    "domain": { completer, _, _ in await completer.names([]) },
    "domain-active": { completer, _, _ in await completer.names(.active) },
    "domain-inactive": { completer, _, _ in await completer.names(.inactive) },
    "domain-running": { completer, _, _ in await completer.names(.running) },
    "domain-paused": { completer, _, _ in await completer.names(.paused) },
    "domain-shutoff": { completer, _, _ in await completer.names(.shutoff) },
    "domain-persistent": { completer, _, _ in await completer.names(.persistent) },
    "domain-io-thread-id": { completer, _, command in
      guard let domain = await completer.domain(of: command) else { return [] }
      let threads = try? await domain.connection.call(Remote.domainGetIothreadInfo, domain.ref, 0)
      return threads.map { $0.elements.map { "\($0.iothreadId)" } } ?? []
    },
    "domain-undefine-storage-disks": { completer, _, command in
      guard let xml = try? await completer.domain(of: command)?.xml(.inactive) else { return [] }
      return ((try? DomainDisks(xml: xml))?.disks ?? []).filter { $0.source != nil }.map(\.target)
    },
  ]

  private func domains(_ flags: ConnectListAllDomainsFlags) async -> [Domain] {
    (try? await context.connection.domains(flags)) ?? []
  }

  private func names(_ flags: ConnectListAllDomainsFlags) async -> [String] { await domains(flags).map(\.name) }

  private func domain(of command: ParsedCommand<any Command>?) async -> Domain? {
    guard let name = command?.raw("domain") else { return nil }
    return try? await context.domain(Given(name, option: "domain"))
  }
}
