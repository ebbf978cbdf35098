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
