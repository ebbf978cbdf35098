import CLibedit
import Glibc

/// libedit behind an actor with a thread of its own: reading a line blocks nothing else.
public actor LineEditor: LineReader {
  private nonisolated let executor = ThreadExecutor()
  private var core: EditorCore?
  private let program: String
  private let historySize: Int32

  /// The editor's own thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// An editor for the process's terminal; `program` is the name that `~/.editrc` may use.
  public init(program: String, historySize: Int = 500) {
    self.program = program
    self.historySize = Int32(clamping: historySize)
  }

  deinit { executor.stop() }

  /// Whether the terminal can be edited on: both ends are one, and it is more than a typewriter.
  public static var isUsable: Bool {
    guard isatty(0) == 1, isatty(1) == 1, let name = getenv("TERM") else { return false }
    let terminal = String(cString: name)
    return !terminal.isEmpty && terminal != "dumb"
  }

  /// Reads a line. Text between two `\u{1}` in the prompt takes no room: colours.
  public func readLine(prompt: String) async -> LineInput {
    if core == nil {
      prepareLocale()
      core = EditorCore(program: program, historySize: historySize)
    }
    return core?.readLine(prompt: prompt) ?? .endOfFile
  }

  /// Keeps a line in the history of this session.
  public func remember(_ line: String) async { core?.remember(line) }

  /// Ends libedit, which gives the terminal back.
  public func close() async { core = nil }

  /// libedit counts columns by the locale; without UTF-8 it would show every letter beyond ASCII as an escape.
  private func prepareLocale() {
    setlocale(LC_CTYPE, "")
    if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
