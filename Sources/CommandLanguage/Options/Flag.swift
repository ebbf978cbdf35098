/// An option without a value: `@Flag("live", "affect the running domain") var live`.
@propertyWrapper
public struct Flag: OptionSlot {
  /// What was declared.
  public var specification: OptionSpecification { declaration.specification }
  /// Whether the flag was given.
  public private(set) var wrappedValue = false
  private let declaration: OptionDeclaration

  /// Declares a flag by its name without dashes.
  public init(_ name: String, _ help: String = "", aliases: [OptionAlias] = [], ours: Bool = false) {
    declaration = OptionDeclaration(
      OptionSpecification(name, help, kind: .flag, isPositional: false, aliases: aliases, isOurs: ours))
  }

  /// Notes that the flag was given.
  public mutating func accept(_ raw: String?) {
    wrappedValue = true
  }
}
