import CommandLanguage
import Presentation

/// A command: declared once, with its options on its properties; it returns what it has to say and never prints.
public protocol Command: CommandSyntax {
  /// Does the work and returns an answer, its diagnostics and whether it succeeded; throws ``CommandFailure``,
  /// `UsageError`, or a driver's error.
  func run(in context: Context) async throws -> Outcome

  /// How it takes a word that means several domains.
  var severalDomains: SeveralDomainsWay { get }
  /// Whether it takes something away that nobody brings back: with several domains it is asked about once on a terminal. The text
  /// is the verb of that question.
  var destruction: String? { get }
}

/// How a command takes a word that means several domains.
public enum SeveralDomainsWay: Sendable {
  /// It is run for each, a few of them at a time.
  case together
  /// It is run for one after the other: each takes long, or the terminal.
  case inTurn
  /// It takes one domain only: another of its options can be meant for no more than one, as a file that is written.
  case refused
}

extension Command {
  /// For each, a few of them at a time.
  public var severalDomains: SeveralDomainsWay { .together }
  /// It takes nothing away.
  public var destruction: String? { nil }
}

/// All commands, as a line finds them.
public typealias Commands = CommandRegistry<any Command>

/// A command that failed: virsh's own sentence, and the error behind it.
public struct CommandFailure: Error, Sendable {
  /// virsh's sentences, each a message of its own; may be empty when the error says all.
  public let lines: [String]
  /// What went wrong underneath.
  public let cause: (any Error)?

  /// A failure in words alone.
  public init(_ line: String) {
    lines = [line]
    cause = nil
  }

  /// A failure with the error behind it.
  public init(_ line: String?, cause: any Error) {
    lines = line.map { [$0] } ?? []
    self.cause = cause
  }
}

/// Runs `body`; what it throws is explained by a sentence of the command's own.
func explaining<Result: Sendable>(_ sentence: @autoclosure () -> String, _ body: () async throws -> Result) async throws -> Result {
  do {
    return try await body()
  } catch let error as CancellationError {
    throw error
  } catch {
    throw CommandFailure(sentence(), cause: error)
  }
}
