extension XMLDocument {
  /// What `dumpxml --xpath EXPRESSION` prints for this XML text, with white space between elements dropped.
  ///
  /// - Parameter wrap: one element `nodes` holds everything found, as `--wrap` does; attributes become attributes of it, where the last of
  ///   a name wins.
  /// - Throws: `XMLTreeError` for text that is not well-formed, and `.notANodeSet` for an expression that gives a number, a string or a
  ///   truth value. An expression that cannot be evaluated is not an error: see `XPathAnswer.complaints`.
  public static func select(
    _ expression: String, in text: String, source: String, wrap: Bool = false, limits: XMLLimits = XMLLimits()
  ) throws(XMLTreeError) -> XPathAnswer {
    try LibxmlDocument(Array(text.utf8), source: source, blanks: .drop, encodings: .utf8, limits: limits).select(expression, wrap: wrap)
  }

  /// The nodes that an expression finds, serialised; see `select(_:in:source:wrap:limits:)`.
  public func select(_ expression: String, wrap: Bool = false) throws(XMLTreeError) -> [String] {
    try Self.select(expression, in: XMLWriter.string(root), source: source, wrap: wrap).nodes
  }
}
