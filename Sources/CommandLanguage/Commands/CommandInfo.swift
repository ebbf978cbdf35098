/// What is said about a command as a whole.
public struct CommandInfo: Sendable {
  /// The name, case-sensitive, never abbreviated.
  public let name: String
  /// Its family.
  public let group: CommandGroup
  /// One line for lists.
  public let abstract: String
  private let describe: @Sendable () -> String
  /// Whether lists and completion leave it out. It can still be run.
  public let isHidden: Bool
  /// Whether it works on a connection; if not, it runs without one.
  public let needsConnection: Bool
  /// Options of which a line may have only one, in sets of two or more. Checked pair by pair in this order.
  public let exclusive: [[String]]
  /// Options that are nothing without another. Checked in this order before the first of `exclusive` that such an option is in.
  public let needs: [OptionNeed]
  /// Other names, which run it but are not listed.
  public let aliases: [String]
  /// Whether unknown options and surplus words are ignored instead of refused, as `help` does.
  public let ignoresSurplus: Bool
  /// Whether the first bare word ends the command's own options, so that those behind it are another command's, as for `watch`.
  public let passesOptions: Bool
  /// Whether the command is our own: under the name `virsh` it does not exist.
  public let isOurs: Bool

  /// Describes a command. The description is put together when somebody reads it.
  public init(
    _ name: String, group: CommandGroup, abstract: String, description: @autoclosure @escaping @Sendable () -> String = "",
    hidden: Bool = false,
    needsConnection: Bool = true, exclusive: [[String]] = [], needs: [OptionNeed] = [], aliases: [String] = [],
    ignoresSurplus: Bool = false, passesOptions: Bool = false, ours: Bool = false
  ) {
    self.name = name
    self.group = group
    self.abstract = abstract
    describe = description
    isHidden = hidden
    self.needsConnection = needsConnection
    self.exclusive = exclusive
    self.needs = needs
    self.aliases = aliases
    self.ignoresSurplus = ignoresSurplus
    self.passesOptions = passesOptions
    isOurs = ours
  }

  /// A paragraph for the command's own help; the abstract stands in when it is empty.
  public var description: String { describe() }
}
