/// The outlines of all commands by name and alias.
final class CommandIndex: Sendable {
  let groups: [CommandGroup]
  let outlines: [CommandOutline]
  private let positions: [String: Int]

  init(groups: [CommandGroup], outlines: [CommandOutline]) {
    var positions: [String: Int] = [:]
    positions.reserveCapacity(outlines.count * 2)
    var groups = groups
    var known = Set(groups)
    for (position, outline) in outlines.enumerated() {
      for name in [outline.info.name] + outline.info.aliases where positions[name] == nil { positions[name] = position }
      if known.insert(outline.info.group).inserted { groups.append(outline.info.group) }
    }
    self.groups = groups
    self.outlines = outlines
    self.positions = positions
  }

  func position(of name: String) -> Int? { positions[name] }

  func outline(named name: String) -> CommandOutline? { positions[name].map { outlines[$0] } }

  func listed(in group: CommandGroup) -> [CommandInfo] {
    outlines.map(\.info).filter { !$0.isHidden && $0.group == group }
  }

  var listedNames: [String] {
    groups.flatMap { listed(in: $0).map(\.name) }
  }
}
