import ConnectionURI

/// A URI that cannot be meant: what is wrong with it, and what to write.
struct WrongURI: HintSource {
  func concerns(_ failure: Failure, in scene: Scene) -> Bool { failure.error is ConnectionURIError }

  func hint(about failure: Failure, in scene: Scene) -> String? {
    guard let error = failure.error as? ConnectionURIError else { return nil }
    return error.hint.map { "\(error.explanation); \($0)" } ?? error.explanation
  }
}
