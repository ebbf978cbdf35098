import CommandLanguage

extension CompletionRequest where Product == any Command {
  /// What the word can become; `values` answers for the values of an option, and need not look at what was typed.
  ///
  /// Options are among them where a value could be left out, or when no value is known.
  public func candidates(values: (CompletionQuestion) async -> [String]) async -> [String] {
    switch target {
    case .commands(let names), .options(let names): return names
    case .value(let option, let command):
      let values = await values(CompletionQuestion(option, prefix: prefix, command: command)).filter(admits)
      return option.isRequired && !values.isEmpty ? values : values + options
    case .file: return await values(CompletionQuestion(Completion.file.kind, prefix: prefix)).filter(admits)
    case .program: return await values(CompletionQuestion("program", prefix: prefix)).filter(admits)
    case .nothing: return []
    }
  }
}
