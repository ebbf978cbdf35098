/// An option that may only be given together with another.
public struct OptionNeed: Sendable {
  /// The option's name.
  public let option: String
  /// The name of the option that has to be given, too.
  public let other: String

  /// An option that needs another.
  public init(_ option: String, _ other: String) {
    self.option = option
    self.other = other
  }
}
