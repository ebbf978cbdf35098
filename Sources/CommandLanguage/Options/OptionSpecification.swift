/// All that is said about one option of one command.
public struct OptionSpecification: Sendable, Hashable {
  /// The name without dashes.
  public let name: String
  /// One line of help.
  public let help: String
  /// How it is spelled.
  public let kind: OptionKind
  /// Whether a command without it is refused.
  public let isRequired: Bool
  /// Whether a bare word may fill it. Never true for a flag.
  public let isPositional: Bool
  /// Whether an empty text is a value. Only texts are checked.
  public let isEmptyAllowed: Bool
  /// What can be offered for its value.
  public let completion: Completion
  /// Its other spellings.
  public let aliases: [OptionAlias]
  /// Whether the option is our own: under the name `virsh` it does not exist. Such options come last.
  public let isOurs: Bool

  /// Describes an option.
  public init(
    _ name: String, _ help: String = "", kind: OptionKind, isRequired: Bool = false, isPositional: Bool = true,
    isEmptyAllowed: Bool = false, completion: Completion = .none, aliases: [OptionAlias] = [], isOurs: Bool = false
  ) {
    self.name = name
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
    self.isPositional = isPositional && kind != .flag
    self.isEmptyAllowed = isEmptyAllowed
    self.completion = completion
    self.aliases = aliases
    self.isOurs = isOurs
  }

  /// What messages call its value: `number` or `string`.
  var valueName: String { kind == .number ? "number" : "string" }

  /// The message for its absence. Numbers are spelled with dashes there, texts with brackets.
  func missing(in command: String) -> String {
    kind == .number || kind == .flag
      ? "command '\(command)' requires --\(name) option" : "command '\(command)' requires <\(name)> option"
  }
}

extension OptionSpecification {
  /// A value as virsh's debug output has it: `domid: domain(optdata): test`.
  func trace(_ raw: String?, of command: String) -> String { "\(command): \(name)(\(raw == nil ? "bool" : "optdata")): \(raw ?? "(none)")" }
}
