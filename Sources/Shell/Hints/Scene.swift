import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import Libvirt
import LibvirtProtocol

/// Where something went wrong, and what can be asked about it.
struct Scene: Sendable {
  /// The command; nil when none was run.
  var command: ParsedCommand<any Command>?
  /// What the command saw.
  var context: Context?
  /// The connection the command ran on, if it is still open.
  var connection: Connection?
  /// Variables and sockets of this host.
  let environment: ConnectionEnvironment
  /// What can be looked up on this host.
  let host: LocalHost

  /// The open connection; a source that needs one is silent without.
  func openConnection() throws -> Connection {
    guard let connection, connection.closeReason == nil else { throw NoFacts() }
    return connection
  }

  /// The domain that the command was about.
  func domain() async throws -> Domain {
    guard try openConnection().closeReason == nil, let context, let name = command?.raw("domain") else { throw NoFacts() }
    return try await context.domain(Given(name, option: "domain"))
  }

  /// Whether there is such a command, so that a hint may name it.
  func hasCommand(_ name: String) -> Bool { Commands.all(in: .virtsh)[name] != nil }

  /// Whether the hypervisor works on the files of this host.
  var isLocal: Bool { connection.map { (try? $0.uri.transport()) == .unix } ?? false }
}

/// What a hint would state could not be checked, so that there is none.
struct NoFacts: Error {}
