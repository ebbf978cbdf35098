import CommandLanguage
import Presentation

struct Connect: Command {
  static let info = CommandInfo(
    "connect", group: .itself, abstract: "connect to a hypervisor",
    description: "Open a connection and make it the current one; without a name, open the current one again.", needsConnection: false,
    exclusive: [["readonly", "readwrite"]])
  static let options = OptionTable<Self>(\._name, \._readOnly, \._readWrite, \._verbose)
  @Option("name", "the hypervisor's URI", emptyOK: true, complete: "connection-uri") var name: Given<String>
  @Flag("readonly", "refuse whatever would change something") var readOnly
  @Flag("readwrite", "allow changes, also when the current connection is only for reading", ours: true) var readWrite
  @Flag("verbose", "tell each stage of opening, with its time", ours: true) var verbose

  func run(in context: Context) async throws -> Outcome {
    try await explaining("failed to connect to the hypervisor") {
      try await context.session.connect(
        to: name.raw, readOnly: readOnly ? true : readWrite ? false : nil, isVerbose: verbose)
    }
    return .done
  }
}

struct Disconnect: Command {
  static let info = CommandInfo(
    "disconnect", group: .itself, abstract: "close the connection",
    description: "Close the connection. None is opened before the next 'connect'.", needsConnection: false, ours: true)
  static let options = OptionTable<Self>.none

  func run(in context: Context) async throws -> Outcome {
    await context.session.disconnect()
    return .done
  }
}
