import Presentation

/// The user's terminal, lent to a command for a while. Afterwards everything is as it was before, however the loan ended.
public protocol TerminalControl: Sendable {
  /// Whether somebody sits there who can be asked.
  var hasUser: Bool { get }
  /// Runs a program with our standard streams, such as an editor, and waits for its end. Ctrl-C is the program's own meanwhile.
  func run(_ program: [String]) async throws -> ProgramEnd
  /// Tells what has happened and asks for a key; nil when the user will not answer.
  func choose(_ question: KeyQuestion, about diagnostics: [Diagnostic]) async throws -> Character?
  /// The terminal itself, for a guest's console; nil where standard input is none.
  var console: (any ConsoleTerminal)? { get }
}

/// How a program that a command has run came to its end.
public enum ProgramEnd: Sendable, Hashable {
  /// By itself, with this status.
  case exited(Int32)
  /// By a signal.
  case killed(signal: Int32)
  /// There is none of that name; the system's words.
  case notFound(String)
  /// It could not be started; the system's words, and the status that a shell would give it.
  case notStarted(String, status: Int32)
}

/// A question that one key answers.
public struct KeyQuestion: Sendable, Hashable {
  /// What is asked, without the line's end.
  public let prompt: String
  /// The keys that are an answer, in lower case.
  public let keys: String
  /// What `?` shows, line by line.
  public let help: [String]
  /// Whether Ctrl-C, Ctrl-D and Escape are a refusal to answer; else they are no answer at all.
  public let canBeRefused: Bool

  /// A question.
  public init(_ prompt: String, keys: String, help: [String], canBeRefused: Bool) {
    self.prompt = prompt
    self.keys = keys
    self.help = help
    self.canBeRefused = canBeRefused
  }
}
