import CommandLanguage
import Commands
import ConnectionURI
import Drivers
import LibvirtProtocol
import Presentation
import TestDriver
import Testing

/// A session on a test host of its own, for commands without a shell around them.
final class TestSession: SessionControl {
  let commands = Commands.all(in: .virtsh)
  private let current: Connection

  init(readOnly: Bool = false) throws {
    current = Connection(
      TestDriver(host: TestHost(.default, uri: "test:///default")), uri: try ConnectionURI(parsing: "test:///default"),
      isReadOnly: readOnly)
  }

  func connection() async throws -> Connection { current }
  func connect(to name: String?, readOnly: Bool?, isVerbose: Bool) async throws {}
  func disconnect() async {}
  var status: SessionStatus { .connected(current) }
  func subscribe(_ kinds: [DomainEventID], _ domain: DomainRef?) async throws {}
  func unsubscribe() async -> Int { 0 }
  func confirm(_ question: String) async throws -> Bool? { nil }
  func quit() async {}
  func closeInput() async {}

  var context: Context { Context(dialect: .virtsh, session: self, isInteractive: false) }

  /// Runs a line; what the last command answered.
  func run(_ line: String) async throws -> Outcome {
    var outcome = Outcome.done
    for command in try commands.parse(LexedLine(string: line, dialect: .virtsh)) {
      try command.checkExclusive()
      outcome = try await command.outcome(in: context).gathered()
    }
    return outcome
  }

  /// Runs a line and shows the answer of its last command.
  func text(_ line: String, as form: OutputForm = .table) async throws -> String {
    let answer = try #require(try await run(line).answer)
    return String(decoding: try render(answer, as: form), as: UTF8.self)
  }
}
