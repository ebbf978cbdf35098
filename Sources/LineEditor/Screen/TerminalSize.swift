import Glibc

/// How large the terminal is, as libedit takes it.
struct TerminalSize: Equatable {
  var columns: Int
  var rows: Int

  /// The size of standard output's terminal; nil if it is none. Where it says nothing it has 80 columns and 24 rows.
  static var current: TerminalSize? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return TerminalSize(columns: size.ws_col < 2 ? 80 : Int(size.ws_col), rows: size.ws_row < 1 ? 24 : Int(size.ws_row))
  }

  /// Whether libedit can draw on it: on fewer columns than a tab or an escaped letter takes it loses its place.
  var isUsable: Bool { columns >= 10 && rows >= 2 }
}
