/// All commands by name, in declared order, and their groups.
public struct CommandRegistry<Product>: Sendable {
  /// The commands in declared order, hidden ones included.
  public let entries: [CommandEntry<Product>]
  let index: CommandIndex

  /// A registry of the commands that a dialect has. A name that comes twice stands for its first command; a group that is not
  /// listed is added at the end. `common` are options of our own that every command takes; `ParsedCommand.raw(_:)` gives their values.
  public init(
    groups: [CommandGroup], entries: [CommandEntry<Product>], dialect: Dialect = .virtsh, common: [OptionSpecification] = []
  ) {
    let entries = dialect == .virsh ? entries.filter { !$0.info.isOurs }.map(\.virshs) : entries.map { $0.adding(common) }
    self.entries = entries
    index = CommandIndex(groups: groups, outlines: entries.map(\.outline))
  }

  /// The groups in the order of `help`.
  public var groups: [CommandGroup] { index.groups }

  /// The command of that name or alias.
  public subscript(name: String) -> CommandEntry<Product>? {
    index.position(of: name).map { entries[$0] }
  }

  /// The names that lists and completion show, group by group. Hidden commands and aliases are not among them.
  public var listedNames: [String] { index.listedNames }

  /// What a list of a group's commands shows, in declared order.
  public func listed(in group: CommandGroup) -> [CommandInfo] { index.listed(in: group) }
}
