/// The user's terminal, which a console may borrow.
///
/// It suspends the line editor, hands over what was typed ahead, and restores everything on every way out.
public protocol ConsoleTerminal: Sendable {
  /// Lends the terminal as it is to `body`: keys come one by one, all of them, and what is shown reaches it unchanged.
  ///
  /// Before, `greeting` is shown, unless the user wants quiet. Throws what `body` throws.
  func raw<Result: Sendable>(greeting: [String], _ body: @Sendable (any RawTerminal) async throws -> Result) async throws -> Result
  /// The key that leaves a console.
  var escape: EscapeKey { get }
}
