/// An answer of a series that brings things to say on standard error, which are said right after it.
public protocol CommentedAnswer: Answer {
  /// What else there is to say.
  var diagnostics: [Diagnostic] { get }
}

extension Round: CommentedAnswer {}
