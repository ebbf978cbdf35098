import CommandLanguage

/// A command or option that does not exist: the nearest ones that do.
struct MistypedWord: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { (failure.error as? UsageError)?.suggestions.isEmpty == false }

  func hint(about failure: Failure, in scene: Scene) -> String? {
    (failure.error as? UsageError).map { "did you mean \($0.suggestions.joined(separator: " or "))?" }
  }
}
