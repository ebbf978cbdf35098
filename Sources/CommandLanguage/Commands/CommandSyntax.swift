/// A command's name and options: all that is needed to parse it, nothing of what it does.
public protocol CommandSyntax: Sendable {
  /// Name, group and help.
  static var info: CommandInfo { get }
  /// The options, built once: a `static let`, or `.none`.
  static var options: OptionTable<Self> { get }
  /// The command with no option given.
  init()
}
