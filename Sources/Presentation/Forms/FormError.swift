/// An answer that cannot be written in the form that was asked for.
public struct FormError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was asked for.
  public let form: OutputForm
  /// The forms this answer has.
  public let available: [OutputForm]

  /// What was asked for, and what there is instead.
  public var description: String {
    "this answer has no form '\(form.rawValue)', only \(available.map(\.rawValue).joined(separator: ", "))"
  }
}
