import CommandLanguage
import Presentation

/// A command: declared once, with its options on its properties; it returns what it has to say and never prints.
public protocol Command: CommandSyntax {
  /// Does the work and returns an answer, its diagnostics and whether it succeeded; throws ``CommandFailure``,
  /// `UsageError`, or a driver's error.
  func run(in context: Context) async throws -> Outcome
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
