extension SExpression {
  /// Reads a document of exactly one value. Blanks and comments around it do not count, and Ctrl-D ends the document.
  ///
  /// - Throws: `SExpressionError` with the place of what is not an S-expression, of a second value, or where a limit is passed.
  public init(parsing bytes: [UInt8], limits: SExpressionLimits = .init()) throws(SExpressionError) {
    var reader = try SExpressionReader(bytes, limits: limits)
    guard let value = try reader.next() else { throw reader.error(.empty) }
    let end = reader
    if try reader.next() != nil {
      reader = end
      throw reader.error(.secondValue)
    }
    self = value
  }

  /// Reads a text of exactly one value.
  public init(parsing text: String, limits: SExpressionLimits = .init()) throws(SExpressionError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }

  /// Reads a document of any number of values, which may be none.
  ///
  /// - Throws: `SExpressionError` with the place of what is not an S-expression, or where a limit is passed.
  public static func sequence(parsing bytes: [UInt8], limits: SExpressionLimits = .init()) throws(SExpressionError) -> [SExpression] {
    var reader = try SExpressionReader(bytes, limits: limits)
    var values: [SExpression] = []
    while let value = try reader.next() { values.append(value) }
    return values
  }
}
