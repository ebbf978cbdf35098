/// How answers are written.
public enum OutputForm: String, Sendable, Hashable, CaseIterable {
  /// For people, as virsh writes them.
  case table
  /// One JSON document.
  case json
  /// JSON, one object a line.
  case jsonl
  /// RFC 4180 with a header.
  case csv
  /// Tab-separated with a header; tab, newline and backslash in values are `\t`, `\n`, `\\`.
  case tsv
  /// Only names, one a line.
  case name
}

/// An answer that cannot be written in the form that was asked for.
public struct FormError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was asked for.
  public let form: OutputForm
  /// The forms this answer has.
  public let available: [OutputForm]

  public var description: String {
    "this answer has no form '\(form.rawValue)', only \(available.map(\.rawValue).joined(separator: ", "))"
  }
}
