import Glibc

/// How much room the terminal on standard output has.
struct TerminalSize {
  let columns: Int
  let rows: Int

  /// The size now; 80 by 24 where nobody knows.
  static func current() -> TerminalSize {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return TerminalSize(columns: 80, rows: 24) }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Whether the terminal can move its cursor: it has a name, and is more than a typewriter.
  static var canMoveCursor: Bool {
    guard let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !name.isEmpty && name != "dumb"
  }
}
