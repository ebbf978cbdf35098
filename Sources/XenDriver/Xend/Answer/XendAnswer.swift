import SExpressions

/// What xend answers to a request that it has carried out.
enum XendAnswer: Sendable, Hashable {
  /// Done, and there is nothing to tell.
  case nothing
  /// A value: a document, or an atom such as `0` or `True`.
  case expression(SExpression)
  /// Lines for people: logs. They may contain control characters.
  case text(String)

  /// The value, if it is one.
  var expression: SExpression? { if case .expression(let value) = self { value } else { nil } }
}
