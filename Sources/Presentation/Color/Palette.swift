/// How the roles of text look on a terminal: painted, or all the same.
///
/// This is the one place that decides about colour. Forms for programs have none, and neither has what goes to a file or pipe.
public struct Palette: Sendable, Hashable {
  /// Whether roles look different from each other.
  public let isColored: Bool

  /// No colour at all.
  public static let plain = Palette(isColored: false)
  /// The terminal's own eight colours, which every terminal has and users choose to their liking.
  public static let colored = Palette(isColored: true)

  private init(isColored: Bool) { self.isColored = isColored }

  /// The palette for an output: coloured on a terminal that can do it, unless the user's variable `NO_COLOR` is not empty.
  ///
  /// A terminal that is called `dumb`, or has no name, cannot do it.
  public init(isTerminal: Bool, variable: (String) -> String?) {
    let terminal = variable("TERM") ?? ""
    isColored = isTerminal && (variable("NO_COLOR") ?? "").isEmpty && !terminal.isEmpty && terminal != "dumb"
  }

  /// Bytes that are safe for a terminal, painted. What they take on the screen stays the same.
  func painted(_ safe: [UInt8], as role: TextRole?) -> [UInt8] {
    guard isColored, let role, !safe.isEmpty else { return safe }
    return Array("\u{1B}[\(Self.rendition(of: role))m".utf8) + safe + Array("\u{1B}[0m".utf8)
  }

  /// The parameters of ECMA-48's "select graphic rendition".
  private static func rendition(of role: TextRole) -> String {
    switch role {
    case .heading: "1"
    case .active: "32"
    case .waiting: "33"
    case .failed: "31"
    case .inactive: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .hint: "36"
    }
  }
}
