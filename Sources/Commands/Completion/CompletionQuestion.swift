import CommandLanguage

/// Which values are wanted.
public struct CompletionQuestion: Sendable {
  /// The kind of value, by the names that options give.
  public let kind: String
  /// The option that is to have the value.
  public let option: String
  /// What was typed of the value: names of files are read from one folder only, lists go on behind their last comma.
  public let prefix: String
  /// What else was given, for values that depend on it.
  public let command: ParsedCommand<any Command>?

  /// A question for values of a kind.
  public init(_ kind: String, option: String = "", prefix: String = "", command: ParsedCommand<any Command>? = nil) {
    self.kind = kind
    self.option = option
    self.prefix = prefix
    self.command = command
  }

  /// A question for the value of an option.
  public init(_ option: OptionSpecification, prefix: String, command: ParsedCommand<any Command>) {
    self.init(option.completion.kind, option: option.name, prefix: prefix, command: command)
  }

  /// What was given for another option.
  func raw(_ name: String) -> String? {
    command?.raw(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// All that an answer depends on, beside the connection: answers of the same origin are the same for a while.
public struct CompletionOrigin: Sendable, Hashable {
  let kind: String
  let option: String
  let givens: [String?]
  let begun: String
}
