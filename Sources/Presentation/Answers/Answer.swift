/// What a command found out. It can be encoded with its raw values, and write itself for people.
public protocol Answer: Encodable, Sendable {
  /// Writes the human form, line ends included.
  func write(on page: inout Page)
  /// The answer as columns and rows, for CSV and TSV; nil if it is none.
  var rows: Rowset? { get }
  /// What the answer names, one a line in the form `name`; nil if it names nothing.
  var names: [String]? { get }
  /// The parts that the form `jsonl` prints one a line; nil if the answer is one thing.
  var parts: [any Encodable & Sendable]? { get }
}

extension Answer {
  /// No rows.
  public var rows: Rowset? { nil }
  /// No names.
  public var names: [String]? { nil }
  /// One thing.
  public var parts: [any Encodable & Sendable]? { nil }
}
