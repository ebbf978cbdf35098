/// What a line is parsed against: a command without what it becomes. Not generic, so that parsing looks up no type at run time,
/// which would take a third of its time.
final class CommandOutline: Sendable {
  let info: CommandInfo
  private let load: @Sendable () -> OptionList

  init(info: CommandInfo, load: @escaping @Sendable () -> OptionList) {
    self.info = info
    self.load = load
  }

  var options: OptionList { load() }

  /// The command with the options that virsh has too.
  var virshs: CommandOutline { CommandOutline(info: info) { [load] in load().virshs } }

  func parser() -> ArgumentParser {
    ArgumentParser(command: info.name, options: load(), ignoresSurplus: info.ignoresSurplus, passesOptions: info.passesOptions)
  }
}
