/// An option without a value: `@Flag("live", "affect the running domain") var live`.
@propertyWrapper
public struct Flag: OptionSlot {
  public let specification: OptionSpecification
  /// Whether the flag was given.
  public private(set) var wrappedValue = false

  /// Declares a flag by its name without dashes.
  public init(_ name: String, _ help: String = "", aliases: [OptionAlias] = []) {
    specification = OptionSpecification(name, help, kind: .flag, isPositional: false, aliases: aliases)
  }

  public mutating func accept(_ raw: String?) {
    wrappedValue = true
  }
}
