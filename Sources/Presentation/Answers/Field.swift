/// One labelled value.
public struct Field: Sendable, Hashable {
  /// What people read, without the colon.
  public let label: String
  /// The name in JSON, CSV and TSV.
  public let key: String
  /// The raw value.
  public let value: CellValue
  /// What people see.
  public let text: String
  /// What that is to them, where a terminal may show it in colour.
  public let role: TextRole?

  /// A field; without `text`, people see the value's own text.
  public init(_ label: String, key: String, _ value: CellValue, text: String? = nil, role: TextRole? = nil) {
    self.label = label
    self.key = key
    self.value = value
    self.text = text ?? value.text
    self.role = role
  }
}
