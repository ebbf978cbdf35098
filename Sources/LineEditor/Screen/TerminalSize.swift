import Glibc

/// How large a terminal is.
public struct TerminalSize: Equatable, Sendable {
  /// At least 2.
  public var columns: Int
  /// At least 1.
  public var rows: Int

  /// What a terminal is taken for that says nothing.
  public static let usual = TerminalSize(columns: 80, rows: 24)

  /// The size of standard output's terminal; nil if it is none.
  static var current: TerminalSize? { of(1) }

  /// The size of the terminal behind a descriptor; nil if there is none. Where it says nothing it has 80 columns and 24 rows.
  public static func of(_ descriptor: Int32) -> TerminalSize? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return TerminalSize(
      columns: size.ws_col < 2 ? usual.columns : Int(size.ws_col), rows: size.ws_row < 1 ? usual.rows : Int(size.ws_row))
  }

  /// Whether there is room for more than a prompt.
  var isUsable: Bool { columns >= 10 && rows >= 2 }

  /// Whether the terminal can move its cursor: it has a name, and is more than a typewriter.
  public static var canMoveCursor: Bool {
    guard let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !name.isEmpty && name != "dumb"
  }
}
