/// A key that is only known at run time.
public struct AnswerKey: CodingKey, Sendable {
  /// The name.
  public let stringValue: String
  /// Never a number.
  public var intValue: Int? { nil }

  /// A key of that name.
  public init(_ name: String) { stringValue = name }
  /// A key of that name.
  public init?(stringValue: String) { self.init(stringValue) }
  /// Numbers are no keys.
  public init?(intValue: Int) { nil }
}
