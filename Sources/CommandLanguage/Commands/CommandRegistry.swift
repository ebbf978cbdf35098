/// All commands by name, in declared order, and their groups.
public struct CommandRegistry<Product>: Sendable {
  let index: CommandIndex
  private let make: CommandEntry<Product>.Maker

  /// A registry of the commands that a dialect has, of each of which nothing but its name is touched before somebody asks for it.
  ///
  /// - Parameters:
  ///   - groups: The groups in the order of `help`. A group that is not among them is added at the end.
  ///   - names: What each command's `info` calls it. A name that comes twice stands for its first command.
  ///   - syntax: The type of the command at a place of `names`.
  ///   - product: The command at a place of `names`, with its values.
  ///   - common: Options of our own that every command takes; `ParsedCommand.raw(_:)` gives their values.
  public init(
    groups: [CommandGroup], names: [String], syntax: @escaping @Sendable (Int) -> any CommandSyntax.Type,
    product: @escaping @Sendable (Int, [ParsedValue]) -> Product, dialect: Dialect = .virtsh, common: [OptionSpecification] = []
  ) {
    self.init(groups: groups, names: names, dialect: dialect, common: common, outline: { CommandOutline(syntax($0)) }, make: product)
  }

  /// A registry of entries.
  public init(
    groups: [CommandGroup], entries: [CommandEntry<Product>], dialect: Dialect = .virtsh, common: [OptionSpecification] = []
  ) {
    self.init(
      groups: groups, names: entries.map(\.info.name), dialect: dialect, common: common, outline: { entries[$0].outline },
      make: { entries[$0].bind($1) })
  }

  private init(
    groups: [CommandGroup], names: [String], dialect: Dialect, common: [OptionSpecification],
    outline: @escaping @Sendable (Int) -> CommandOutline, make: @escaping CommandEntry<Product>.Maker
  ) {
    index = CommandIndex(groups: groups, names: names, dialect: dialect) {
      dialect == .virsh ? outline($0).virshs : outline($0).adding(common)
    }
    self.make = make
  }

  /// The commands in declared order, hidden ones included.
  public var entries: [CommandEntry<Product>] { index.places.map(entry) }

  /// The groups in the order of `help`.
  public var groups: [CommandGroup] { index.groups }

  /// The command of that name or alias.
  public subscript(name: String) -> CommandEntry<Product>? { index.place(of: name).map(entry) }

  func entry(at place: Int) -> CommandEntry<Product> { CommandEntry(outline: index.outline(at: place), place: place, make: make) }

  /// The names that lists and completion show, group by group. Hidden commands and aliases are not among them.
  public var listedNames: [String] { index.listedNames }

  /// What a list of a group's commands shows, in declared order.
  public func listed(in group: CommandGroup) -> [CommandInfo] { index.listed(in: group) }
}
