import Glibc

/// Gives what the word before the cursor can become, from the text up to the cursor.
public typealias LineCompleter = @Sendable (_ lineUpToCursor: String) async -> LineCompletion

/// How a line editor is to behave.
public struct LineEditorConfiguration: Sendable {
  /// The name that `~/.editrc` may use before a colon.
  public var program = "virtsh"
  /// The file that keeps the history; nil for a history of this session only.
  public var historyPath: String?
  /// How many lines are kept; 0 for no history.
  public var historySize = 500
  /// Whether a line goes on in the next: an open quote, a backslash at the end.
  public var needsMore: @Sendable (String) -> Bool = { _ in false }
  /// What the Tab key asks; nil for a bell.
  public var completer: LineCompleter?
  /// Hears about lines of `~/.editrc` that libedit does not take, before the first prompt.
  public var complain: @Sendable (String) -> Void = { _ in }

  /// What stands before a line that continues another.
  public static let continuationPrompt = "   > "

  /// The usual behaviour.
  public init() {}

  /// `$XDG_STATE_HOME/virtsh/history`, by default in `~/.local/state`; nil without a home.
  public static func usualHistoryPath(_ variable: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }) -> String? {
    // A relative path there is to be ignored, says the XDG base directory specification.
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") { return "\(state)/virtsh/history" }
    guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/virtsh/history"
  }
}
