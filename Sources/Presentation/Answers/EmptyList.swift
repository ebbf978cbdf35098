/// A list without rows, where people read a sentence in its place and programs an empty list.
public struct EmptyList: Answer {
  /// The sentence, which `--quiet` drops.
  public let note: String
  /// What ends it; a few commands leave the line open.
  public let terminator: String
  /// The columns that the rows would have.
  public let keys: [String]

  /// An empty list.
  public init(note: String, terminator: String = "\n", keys: [String]) {
    (self.note, self.terminator, self.keys) = (note, terminator, keys)
  }

  /// Writes the sentence.
  public func write(on page: inout Page) {
    page.write(note, .extra)
    page.write(terminator, .extra)
  }

  /// The columns alone.
  public var rows: Rowset? { Rowset(keys: keys, rows: []) }
  /// None.
  public var names: [String]? { [] }
  /// None.
  public var parts: [any Encodable & Sendable]? { [] }

  /// An empty array.
  public func encode(to encoder: any Encoder) throws { try [Record]().encode(to: encoder) }
}
