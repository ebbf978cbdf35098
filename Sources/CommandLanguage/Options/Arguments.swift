/// An option that takes every word that is left: `@Arguments("keycode", "the keys", .required) var keys`.
@propertyWrapper
public struct Arguments: OptionSlot {
  /// What was declared.
  public var specification: OptionSpecification { declaration.specification }
  /// The words in order, as they were given; empty texts are among them.
  public private(set) var wrappedValue: [String] = []
  private let declaration: OptionDeclaration

  /// Declares the option; it comes last in its command.
  public init(
    _ name: String, _ help: String = "", _ presence: OptionPresence = .optional, emptyOK: Bool = false,
    complete: Completion = .none, aliases: [OptionAlias] = []
  ) {
    declaration = OptionDeclaration(
      OptionSpecification(
        name, help, kind: .arguments, isRequired: presence == .required, isEmptyAllowed: emptyOK, completion: complete,
        aliases: aliases))
  }

  /// Keeps one more word.
  public mutating func accept(_ raw: String?) {
    wrappedValue.append(raw ?? "")
  }
}
