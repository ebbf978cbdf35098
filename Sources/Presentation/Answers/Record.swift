/// Values by key, encoded as an object.
public struct Record: Encodable, Sendable, Hashable {
  /// The keys in the order of the columns.
  public let keys: [String]
  /// One value for each key.
  public let values: [CellValue]

  /// A record. Keys without a value have none; values without a key are dropped.
  public init(keys: [String], values: [CellValue]) {
    self.keys = keys
    self.values = (0..<keys.count).map { $0 < values.count ? values[$0] : .null }
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnswerKey.self)
    for (key, value) in zip(keys, values) { try container.encode(value, forKey: AnswerKey(key)) }
  }
}
