import Glibc

/// Standard input's terminal in the hands of somebody who gets every key as it is typed, and whose bytes reach the screen as they are.
public enum RawModes {
  /// There is no terminal.
  public struct NoTerminal: Error {}

  /// Runs `body` with the terminal raw. Its modes are put back on every way out, signals and crashes included; with `resetsScreen` what the
  /// other side may have done to the screen is undone too.
  public static func with<Result: Sendable>(resetsScreen: Bool, _ body: () async throws -> Result) async throws -> Result {
    var modes = termios()
    guard tcgetattr(0, &modes) == 0 else { throw NoTerminal() }
    TerminalGuard.install()
    TerminalGuard.change(0, from: modes, resetsScreen: resetsScreen && isatty(1) == 1 && TerminalSize.canMoveCursor)
    defer { TerminalGuard.changeBack() }
    var raw = modes
    cfmakeraw(&raw)
    // What was typed already stays.
    guard tcsetattr(0, TCSANOW, &raw) == 0 else { throw NoTerminal() }
    return try await body()
  }
}
