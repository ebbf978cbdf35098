import CommandLanguage

/// A command or option that does not exist: the nearest ones that do. A value that makes no sense: what would.
struct MistypedWord: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool {
    (failure.error as? UsageError).map { $0.hint != nil || !$0.suggestions.isEmpty } ?? false
  }

  func hint(about failure: Failure, in scene: Scene) -> String? {
    (failure.error as? UsageError).map { $0.hint ?? "did you mean \($0.suggestions.joined(separator: " or "))?" }
  }
}
