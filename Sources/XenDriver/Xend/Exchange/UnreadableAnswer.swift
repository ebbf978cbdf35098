/// What came is no answer of xend's, or breaks a rule of HTTP.
struct UnreadableAnswer: Error, Hashable {
  /// What is wrong and where, fit to be shown.
  let reason: String
  /// What can be done about it.
  var hint: String?
}
