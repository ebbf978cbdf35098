/// A document read from bytes: the tree of its root element, as a value.
public struct XMLDocument: Sendable, Hashable {
  /// The root element.
  public var root: XMLElement
  /// The name that the source was given.
  public var source: String

  /// Whether text that is only white space between elements stays in the tree.
  public enum Blanks: Sendable {
    /// All text stays.
    case keep
    /// White space between elements goes, as libvirt reads its documents.
    case drop
  }

  /// In which encodings a document is accepted.
  public enum Encodings: Sendable {
    /// UTF-8 only, whatever the document declares, as libvirt reads definitions that come as strings. A zero byte ends the document.
    case utf8
    /// What the document declares, as libvirt reads files.
    case declared
  }

  /// Reads a document. Nothing but `bytes` is looked at: no network, no external entities, no DTD, and entities that the document declares
  /// itself are never expanded.
  ///
  /// - Throws: `XMLTreeError` for text that is not well-formed, beyond the limits, or that uses entities of its own.
  public init(_ bytes: [UInt8], source: String, blanks: Blanks = .drop, encodings: Encodings = .utf8, limits: XMLLimits = XMLLimits())
    throws(XMLTreeError)
  {
    let parsed = try LibxmlDocument(bytes, source: source, blanks: blanks, encodings: encodings, limits: limits)
    root = try parsed.tree(depth: limits.depth)
    self.source = source
  }

  /// Reads a document from a string.
  public init(_ text: String, source: String, blanks: Blanks = .drop, limits: XMLLimits = XMLLimits()) throws(XMLTreeError) {
    try self.init(Array(text.utf8), source: source, blanks: blanks, limits: limits)
  }
}
