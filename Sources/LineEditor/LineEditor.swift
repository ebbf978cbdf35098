import Glibc

/// libedit behind an actor with a thread of its own: reading a line blocks nothing else.
public actor LineEditor: LineReader {
  private nonisolated let executor = ThreadExecutor()
  private var core: EditorCore?
  private var configuration: LineEditorConfiguration
  /// What others show while a line is edited.
  public nonisolated let screen: EditorScreen

  /// The editor's own thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// An editor for the process's terminal.
  public init(_ configuration: LineEditorConfiguration, screen: EditorScreen = EditorScreen()) {
    self.configuration = configuration
    self.screen = screen
  }

  deinit { executor.stop() }

  /// Whether the terminal can be edited on: both ends are one, and it is more than a typewriter, and not tiny.
  public static var isUsable: Bool {
    isatty(0) == 1 && isatty(1) == 1 && TerminalSize.current?.isUsable ?? false && TerminalSize.canMoveCursor
  }

  /// Reads a line. Text between two `\u{1}` in the prompt takes no room: colours.
  ///
  /// A line that is not whole is continued on the next, behind another prompt; the parts are joined by newlines.
  public func readLine(prompt: String) async -> LineInput {
    if core == nil { core = EditorCore(configuration, screen: screen) }
    return core?.readLine(prompt: prompt, needsMore: configuration.needsMore) ?? .endOfFile
  }

  /// Keeps a line in the history, unless it begins with a blank or holds a secret.
  public func remember(_ line: String) async { core?.history.remember(line) }

  /// What the Tab key asks from now on.
  public func setCompleter(_ completer: LineCompleter?) {
    configuration.completer = completer
    core?.completer = completer
  }

  /// Forgets what was typed ahead: for lines that were meant to follow one that was given up.
  public func dropTypeAhead() { _ = core?.decoder.takeAll() }

  /// Lends the terminal between two lines, as it was before the program began, with what was typed ahead.
  ///
  /// What `body` leaves of that, or puts there, is read by the next line. The terminal's modes are put back on every way out.
  public func lend<Result: Sendable>(_ body: @Sendable (TypeAhead) async throws -> Result) async rethrows -> Result {
    let typeAhead = TypeAhead(core?.decoder.takeAll() ?? [])
    var modes = termios()
    let isTerminal = tcgetattr(0, &modes) == 0
    defer {
      if isTerminal { tcsetattr(0, TCSADRAIN, &modes) }
      core?.decoder.append(typeAhead.take())
    }
    return try await body(typeAhead)
  }

  /// Ends libedit, which gives the terminal back.
  public func close() async { core = nil }
}
