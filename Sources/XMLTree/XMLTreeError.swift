/// Why a document could not be read, or an XPath expression not be evaluated.
public struct XMLTreeError: Error, Sendable, Hashable {
  /// One complaint of the parser.
  public struct Problem: Sendable, Hashable {
    /// The parser's sentence, without the newline at its end.
    public var message: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1, when the parser knows it.
    public var column: Int?
    /// The line of the document that the parser was reading; `nil` for an empty line.
    public var context: String?
    /// `context` up to the place of the problem, drawn as dashes (tabs kept) and a caret.
    public var pointer: String
    /// Whether the place is inside an entity of the document, which has no file name of its own.
    public var isInEntity = false
    /// Whether the document is not well-formed because of this; otherwise it is only a warning or recoverable.
    public var isFatal: Bool
  }

  /// What kind of failure it is.
  public enum Reason: Sendable, Hashable {
    /// The text is not well-formed.
    case malformed
    /// More bytes than the limit allows.
    case tooLarge(limit: Int)
    /// Elements nested deeper than the limit allows.
    case tooDeep(limit: Int)
    /// The document refers to an entity of its own; these are never expanded.
    case entityReference(String)
    /// The expression does not give a set of nodes.
    case notANodeSet(String)
  }

  /// What kind of failure it is.
  public var reason: Reason
  /// The name that the source was given, such as `(domain_definition)` or a path.
  public var source: String
  /// What the parser complained about, in order; at most 16.
  public var problems: [Problem]

  /// The problem that libvirt reports: the first fatal one.
  public var first: Problem? { problems.first { $0.isFatal } ?? problems.first }

  /// The line of the failure, 0 when it has none.
  public var line: Int { first?.line ?? 0 }

  /// The whole text that libvirt shows for a malformed document, several lines without a newline at the end: place and sentence,
  /// the line of the document and a caret. An empty line shows as `(null)`, as glibc prints a missing string.
  public var text: String {
    switch reason {
    case .malformed:
      guard let first else { return "failed to parse xml document '\(source)'" }
      let place = first.isInEntity ? "at line \(first.line)" : "\(source):\(first.line)"
      return "\(place): \(first.message)\n\(first.context ?? "(null)")\n\(first.pointer)"
    case .tooLarge(let limit): return "\(source): document is larger than \(limit) bytes"
    case .tooDeep(let limit): return "\(source): elements are nested deeper than \(limit) levels"
    case .entityReference(let name): return "\(source): entity '\(name)' is not expanded"
    case .notANodeSet(let expression): return "Incorrect xpath '\(expression)'"
    }
  }
}

extension XMLTreeError: CustomStringConvertible {
  /// The same as `text`.
  public var description: String { text }
}
