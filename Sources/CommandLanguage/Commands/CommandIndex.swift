import Synchronization

/// The outlines of all commands by name and alias.
///
/// At first only the names are there. An outline is made when somebody asks for the command, all of them only for lists, aliases and
/// names that nobody has: so a start costs no more when there are more commands.
final class CommandIndex: Sendable {
  private struct State {
    var outlines: [CommandOutline?]
    /// Where the names are that were looked for.
    var places: [String: Int] = [:]
  }

  private let names: [String]
  private let headings: [CommandGroup]
  private let dialect: Dialect
  private let outline: @Sendable (Int) -> CommandOutline
  private let state: Mutex<State>

  /// An index of the commands that are called `names`; `outline` makes the outline of each, by its place.
  init(groups: [CommandGroup], names: [String], dialect: Dialect, outline: @escaping @Sendable (Int) -> CommandOutline) {
    self.names = names
    headings = groups
    self.dialect = dialect
    self.outline = outline
    state = Mutex(State(outlines: Array(repeating: nil, count: names.count)))
  }

  func outline(at place: Int) -> CommandOutline {
    if let known = state.withLock({ $0.outlines[place] }) { return known }
    let made = outline(place)
    return state.withLock { state in
      let outline = state.outlines[place] ?? made
      state.outlines[place] = outline
      return outline
    }
  }

  /// Where the command of that name or alias is.
  func place(of name: String) -> Int? {
    if let known = state.withLock({ $0.places[name] }) { return known }
    let found = names.indices.first { names[$0] == name && isKnown($0) } ?? places.first { outline(at: $0).info.aliases.contains(name) }
    guard let found else { return nil }
    state.withLock { $0.places[name] = found }
    return found
  }

  /// Where the commands are that the dialect has.
  var places: [Int] { names.indices.filter(isKnown) }

  private func isKnown(_ place: Int) -> Bool { dialect == .virtsh || !outline(at: place).info.isOurs }

  private var infos: [CommandInfo] { places.map { outline(at: $0).info } }

  /// The groups in the order of `help`; one that was not given comes last.
  var groups: [CommandGroup] {
    var known = Set(headings)
    return headings + infos.map(\.group).filter { known.insert($0).inserted }
  }

  func listed(in group: CommandGroup) -> [CommandInfo] { infos.filter { !$0.isHidden && $0.group == group } }

  var listedNames: [String] { groups.flatMap { listed(in: $0).map(\.name) } }
}
