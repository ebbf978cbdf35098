/// All commands by name, in declared order, and their groups.
public struct CommandRegistry<Product>: Sendable {
  /// The groups in the order of `help`.
  public let groups: [CommandGroup]
  /// The commands in declared order, hidden ones included.
  public let entries: [CommandEntry<Product>]
  private let index: [String: Int]

  /// A registry. A name that comes twice stands for its first command; a group that is not listed is added at the end.
  public init(groups: [CommandGroup], entries: [CommandEntry<Product>]) {
    var index: [String: Int] = [:]
    index.reserveCapacity(entries.count * 2)
    var groups = groups
    var known = Set(groups)
    for (position, entry) in entries.enumerated() {
      for name in [entry.info.name] + entry.info.aliases where index[name] == nil { index[name] = position }
      if known.insert(entry.info.group).inserted { groups.append(entry.info.group) }
    }
    self.groups = groups
    self.entries = entries
    self.index = index
  }

  /// The command of that name or alias.
  public subscript(name: String) -> CommandEntry<Product>? {
    index[name].map { entries[$0] }
  }

  /// The commands that a list of a group shows, in declared order.
  public func listed(in group: CommandGroup) -> [CommandEntry<Product>] {
    entries.filter { !$0.info.isHidden && $0.info.group == group }
  }

  /// The names that lists and completion show, group by group.
  public var listedNames: [String] {
    groups.flatMap { group in listed(in: group).map(\.info.name) }
  }
}
