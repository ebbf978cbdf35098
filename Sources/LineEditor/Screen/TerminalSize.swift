import Glibc

/// How large the terminal is.
struct TerminalSize: Equatable {
  var columns: Int
  var rows: Int

  /// The size of standard output's terminal; nil if it is none. Where it says nothing it has 80 columns and 24 rows.
  static var current: TerminalSize? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return TerminalSize(columns: size.ws_col < 2 ? 80 : Int(size.ws_col), rows: size.ws_row < 1 ? 24 : Int(size.ws_row))
  }

  /// Whether there is room for more than a prompt.
  var isUsable: Bool { columns >= 10 && rows >= 2 }
}
