/// A column of a table: its heading, its key, and how a row fills it.
public struct Column<Row>: Sendable {
  /// The heading.
  public let title: String
  /// The name in JSON, CSV and TSV.
  public let key: String
  /// The raw value.
  public let value: @Sendable (Row) -> CellValue
  /// What people see.
  public let show: @Sendable (Row) -> String
  /// What that is to them, where a terminal may show it in colour.
  public let role: (@Sendable (Row) -> TextRole?)?

  /// A column; without `show`, people see the value's own text.
  public init(
    _ title: String, key: String, value: @escaping @Sendable (Row) -> CellValue,
    show: (@Sendable (Row) -> String)? = nil, role: (@Sendable (Row) -> TextRole?)? = nil
  ) {
    self.title = title
    self.key = key
    self.value = value
    self.show = show ?? { value($0).text }
    self.role = role
  }
}
