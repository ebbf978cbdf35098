/// A property of a command that an option fills.
public protocol OptionSlot: Sendable {
  /// What the option is called and how it is spelled.
  var specification: OptionSpecification { get }
  /// Takes the option as it was given: its text, or nil for a flag. Called again for each repetition of an `Arguments`.
  mutating func accept(_ raw: String?)
}
