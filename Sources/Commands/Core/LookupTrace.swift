/// What virsh's `-d0` and `-d1` say about the way from a word to a domain.
public struct LookupTrace: Sendable {
  private let command: String
  /// The lowest level that is said: 0 says everything, 1 only which word was given.
  private let level: Int
  private let say: @Sendable (String) -> Void

  /// The trace of one command by its name, at the `level` of `-d`. `say` takes a line.
  public init(command: String, level: Int, say: @escaping @Sendable (String) -> Void) {
    self.command = command
    self.level = level
    self.say = say
  }

  /// The same where virsh doesn't know which command it is about.
  var ofUnknownCommand: LookupTrace { LookupTrace(command: "unknown", level: level, say: say) }

  func found(_ word: String, for option: String) { if level <= 1 { say("\(command): found option <\(option)>: \(word)") } }
  func tries(_ way: String) { if level <= 0 { say("\(command): <domain> \(way)") } }
}
