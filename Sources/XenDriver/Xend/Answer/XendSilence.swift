/// No whole answer came.
struct XendSilence: Error, Hashable, CustomStringConvertible {
  /// Whether xend may have got the request. Then what it asked for may have happened.
  let afterSending: Bool
  /// Whether time was up, and not the connection.
  var isTimeout = false
  /// What did happen, fit to be shown.
  let reason: String

  /// What did happen.
  var description: String { reason }
}
