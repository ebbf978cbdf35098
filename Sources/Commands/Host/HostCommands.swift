import CommandLanguage
import Libvirt
import Presentation

struct URICommand: Command {
  static let info = CommandInfo(
    "uri", group: .host, abstract: "print the hypervisor's URI",
    description: "Print the URI of the current connection: what it was opened by, without aliases, or what the daemon has chosen.")
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let uri = try await context.connection.uri.description
    return Outcome(Labelled(uri, ["uri": .string(uri)]))
  }
}

struct Hostname: Command {
  static let info = CommandInfo(
    "hostname", group: .host, abstract: "print the host's name", description: "Print the name of the host that runs the hypervisor.")
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    let name = try await explaining("failed to get hostname") { try await connection.hostname() }
    return Outcome(Labelled(name, ["hostname": .string(name)]))
  }
}

struct Capabilities: Command {
  static let info = CommandInfo(
    "capabilities", group: .host, abstract: "print what the host can do",
    description: "Print what the host and its hypervisor can do, as XML.")
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    let connection = try await context.connection
    return .xml(try await explaining("failed to get capabilities") { try await connection.capabilities() })
  }
}
