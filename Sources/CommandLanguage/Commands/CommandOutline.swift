import Synchronization

/// What a line is parsed against: a command without what it becomes. Not generic, so that parsing looks up no type at run time,
/// which would take a third of its time.
final class CommandOutline: Sendable {
  let info: CommandInfo
  private let load: @Sendable () -> OptionList
  /// What all commands have, behind their own.
  private let common: [OptionSpecification]
  private let loaded = Mutex<OptionList?>(nil)

  init(info: CommandInfo, common: [OptionSpecification] = [], load: @escaping @Sendable () -> OptionList) {
    self.info = info
    self.common = common
    self.load = load
  }

  /// An outline of a type. The option table is not touched before somebody asks for the options.
  convenience init(_ type: (some CommandSyntax).Type) { self.init(info: type.info) { type.options.list } }

  /// The options, put together when they are needed first.
  var options: OptionList {
    loaded.withLock { loaded in
      if let loaded { return loaded }
      let options = common.isEmpty ? load() : load().adding(common)
      loaded = options
      return options
    }
  }

  /// The command with the options that virsh has too.
  var virshs: CommandOutline { CommandOutline(info: info) { [load] in load().virshs } }

  /// The command with options that all commands have.
  func adding(_ common: [OptionSpecification]) -> CommandOutline { CommandOutline(info: info, common: common, load: load) }

  func parser() -> ArgumentParser {
    ArgumentParser(command: info.name, options: options, ignoresSurplus: info.ignoresSurplus, passesOptions: info.passesOptions)
  }
}
