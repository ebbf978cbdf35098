/// An answer as columns and rows of raw values.
public struct Rowset: Sendable, Hashable {
  /// Stable names of the columns.
  public let keys: [String]
  /// The rows; each has a value for every key.
  public let rows: [[CellValue]]

  /// Columns and rows.
  public init(keys: [String], rows: [[CellValue]]) {
    self.keys = keys
    self.rows = rows
  }

  /// Each row as an object.
  public var records: [Record] { rows.map { Record(keys: keys, values: $0) } }
}
