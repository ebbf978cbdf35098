/// Rows under headings, laid out as virsh lays out its lists.
public struct Table<Row: Sendable>: Answer {
  /// The rows in order.
  public var content: [Row]
  /// The columns in order.
  public let columns: [Column<Row>]
  /// What names a row, for the form `name`.
  public let name: (@Sendable (Row) -> String?)?

  /// A table. `name` says what the form `name` prints for a row; rows without a name are left out there.
  public init(_ content: [Row], columns: [Column<Row>], name: (@Sendable (Row) -> String?)? = nil) {
    self.content = content
    self.columns = columns
    self.name = name
  }

  /// Header and dashes, then the rows. `--quiet` drops the header, which then does not count for the widths either.
  public func write(on page: inout Page) {
    let escapes = page.options.tableEscapes
    var lines: [[TableText]] = []
    lines.reserveCapacity(content.count + 1)
    if !page.options.isQuiet { lines.append(columns.map { TableText($0.title, escapes) }) }
    for row in content { lines.append(columns.map { TableText($0.show(row), escapes) }) }
    let palette = page.options.palette
    let headings = page.options.isQuiet ? 0 : 1
    let widths = columns.indices.map { column in lines.reduce(0) { max($0, $1[column].width) } }
    for (index, line) in lines.enumerated() {
      for (column, cell) in line.enumerated() {
        page.append(" ".utf8)
        if palette.isColored {
          page.append(palette.painted(cell.bytes, as: index < headings ? .heading : columns[column].role?(content[index - headings])))
        } else {
          page.append(cell.bytes)
        }
        if column < line.count - 1 { page.append(repeatElement(UInt8(ascii: " "), count: widths[column] - cell.width + 2)) }
      }
      page.append("\n".utf8)
      if index == 0, !page.options.isQuiet {
        page.append(repeatElement(UInt8(ascii: "-"), count: widths.reduce(0) { $0 + $1 + 3 }))
        page.append("\n".utf8)
      }
    }
  }

  /// The raw values.
  public var rows: Rowset? {
    Rowset(keys: columns.map(\.key), rows: content.map { row in columns.map { $0.value(row) } })
  }

  /// What names the rows, if the table was told.
  public var names: [String]? {
    name.map { content.compactMap($0) }
  }

  /// An object for each row.
  public var parts: [any Encodable & Sendable]? { rows?.records }

  /// An array with an object for each row.
  public func encode(to encoder: any Encoder) throws {
    try rows?.records.encode(to: encoder)
  }
}
