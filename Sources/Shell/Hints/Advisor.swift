import ConnectionURI
import Drivers
import Presentation
import Synchronization

/// Finds the one hint for a failure, in little time or not at all.
final class Advisor: Sendable {
  /// Each knows one kind of failure; the first that has something to say is heard.
  private static let sources: [any HintSource] = [
    MistypedWord(), BareWord(), WrongURI(), UnknownDriver(), ForeignPeer(), ImplicitTLS(), UnreachableSocket(),
    RefusedAuthentication(),
    UndefineLeftovers(), InactiveNetwork(), InactivePool(), DeniedFile(), SilentAgent(), BusyConsole(), ReadOnlySession(),
  ]

  /// Variables and sockets of this host.
  let environment: ConnectionEnvironment
  /// What can be looked up on this host.
  let host: LocalHost
  private let registry: DriverRegistry
  private let limit: Duration
  private let listLimit: Duration
  private let said = Mutex<Set<String>>([])

  /// An advisor whose sources have `limit` to check their facts; after an empty list, which is no failure, it is `listLimit`.
  init(
    environment: ConnectionEnvironment, registry: DriverRegistry, host: LocalHost = LocalHost(), limit: Duration = .seconds(1),
    listLimit: Duration = .milliseconds(300)
  ) {
    self.environment = environment
    self.registry = registry
    self.host = host
    self.limit = limit
    self.listLimit = listLimit
  }

  /// A hint for a failure. Nobody is asked anything about a failure that no source knows.
  func hint(about failure: Failure, in scene: Scene) async -> String? {
    let sources = Self.sources.filter { $0.concerns(failure, in: scene) }
    guard !sources.isEmpty else { return nil }
    let hint = await within(limit) { () -> String? in
      for source in sources {
        if let hint = try? await source.hint(about: failure, in: scene) { return hint }
      }
      return nil
    }
    return hint.map { sanitized($0, allowing: .none) }
  }

  /// A hint for a list that came out empty: the user's own daemon has no domains, but the system's has some.
  func hintAboutEmptyList(in scene: Scene) async -> String? {
    await SystemDomains(registry: registry, limit: listLimit).hint(in: scene)
  }

  /// Whether a hint was not heard before in this run: in a script, each is said once.
  func isNew(_ hint: String) -> Bool { said.withLock { $0.insert(hint).inserted } }
}
