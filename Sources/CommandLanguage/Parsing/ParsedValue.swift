/// One option as it was given.
public struct ParsedValue: Sendable, Hashable {
  /// The option's place in its command's list.
  public let option: Int
  /// The text; nil for a flag.
  public let raw: String?

  /// A value for the option at that place.
  public init(option: Int, raw: String?) {
    self.option = option
    self.raw = raw
  }
}
