/// Plain lines, each a value of its own, such as the names of a list.
public struct Lines: Answer {
  /// The lines.
  public let lines: [String]
  /// The name of the one column in CSV and TSV, and of the value in each object of `jsonl`.
  public let key: String

  /// Some lines.
  public init(_ lines: [String], key: String = "name") {
    self.lines = lines
    self.key = key
  }

  /// Writes each on a line.
  public func write(on page: inout Page) {
    for line in lines { page.line(line) }
  }

  /// One column.
  public var rows: Rowset? { Rowset(keys: [key], rows: lines.map { [.string($0)] }) }
  /// Each line is a name.
  public var names: [String]? { lines }
  /// An object for each line.
  public var parts: [any Encodable & Sendable]? { rows?.records }

  /// An array of texts.
  public func encode(to encoder: any Encoder) throws {
    try lines.encode(to: encoder)
  }
}
