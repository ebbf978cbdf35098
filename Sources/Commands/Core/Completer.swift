import Libvirt
import LibvirtProtocol

/// Finds the values that an option of some kind could have.
public struct Completer: Sendable {
  private let context: Context

  /// A completer that asks the context's connection.
  public init(context: Context) { self.context = context }

  /// The values of a completion kind; none for a kind that has none, or when nobody answers.
  ///
  /// `prefix` only limits what has to be looked at: names of files are read from one folder.
  public func values(of kind: String, prefix: String = "") async -> [String] {
    switch kind {
    case "file": return FileNames.beginning(with: prefix)
    case "command": return context.session.commands.listedNames
    case "domain-event-name": return DomainEventNames.all
    case "domain-shutdown-mode": return ShutdownModes.names
    case "domain-uuid": return await domains([]).map { "\($0.uuid)" }
    default:
      guard kind == "domain" || kind.hasPrefix("domain-"), let flags = Self.filters[kind] else { return [] }
      return await domains(flags).map(\.name)
    }
  }

  private func domains(_ flags: ConnectListAllDomainsFlags) async -> [Domain] {
    (try? await context.connection.domains(flags)) ?? []
  }

  private static let filters: [String: ConnectListAllDomainsFlags] = [
    "domain": [], "domain-active": .active, "domain-inactive": .inactive, "domain-running": .running, "domain-paused": .paused,
    "domain-shutoff": .shutoff, "domain-persistent": .persistent,
  ]
}
