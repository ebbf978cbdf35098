/// The conversation with the user while a connection is being opened: questions of ours, and programs that ask by themselves.
///
/// All that a program or a server says is made harmless for the terminal before it is shown.
public protocol Dialogue: Sendable {
  /// Whether there is a person at a terminal who can be asked now.
  var isPossible: Bool { get }

  /// Asks one question, a text without punctuation at its end; nil when there is nobody to ask. `isSecret` answers are not shown while they are typed, and kept nowhere.
  ///
  /// Throws `CancellationError` when the user gives up.
  func answer(_ question: String, isSecret: Bool) async throws -> String?

  /// Lends the terminal to programs that ask for themselves (ssh, pkttyagent) while `body` runs; what is waited for is not told meanwhile.
  ///
  /// Without a terminal `body` just runs.
  func lendTerminal<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result

  /// Shows what a program on the way said, line by line.
  func show(_ text: String)
}

extension Dialogue {
  /// Runs `body`: there is no terminal to lend.
  public func lendTerminal<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result { try await body() }
  /// Nobody sees it.
  public func show(_ text: String) {}
}

/// Nobody to ask, and nobody to tell: background attempts, completion, tests.
public struct NoDialogue: Dialogue {
  /// A dialogue with nobody.
  public init() {}
  /// There is nobody.
  public var isPossible: Bool { false }
  /// There is never an answer.
  public func answer(_ question: String, isSecret: Bool) async -> String? { nil }
}
