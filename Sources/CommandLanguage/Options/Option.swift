/// An option with a value: `@Option("domain", "name, id or UUID", .required) var domain: Given<String>`.
///
/// The text is kept as it came. It is converted when the command asks for it, so that a command reports bad values in its
/// own order: `setmem 1X nowhere` must complain about the domain first.
@propertyWrapper
public struct Option<Value: OptionValue>: OptionSlot {
  /// What was declared.
  public var specification: OptionSpecification { wrappedValue.declaration.specification }
  /// What was given.
  public private(set) var wrappedValue: Given<Value>

  /// Declares an option. The order of declarations is the order in which bare words fill them.
  ///
  /// - Parameters:
  ///   - name: the name without dashes.
  ///   - help: one line of help.
  ///   - presence: whether the command can do without it.
  ///   - kind: the spelling, where it differs from what the type suggests (a few numbers are spelled as strings).
  ///   - positional: whether a bare word may fill it.
  ///   - emptyOK: whether an empty text is a value.
  ///   - complete: what can be offered for it.
  ///   - aliases: its other spellings.
  ///   - ours: whether it does not exist under the name `virsh`.
  public init(
    _ name: String, _ help: String = "", _ presence: OptionPresence = .optional, kind: OptionKind? = nil,
    positional: Bool = true, emptyOK: Bool = false, complete: Completion = .none, aliases: [OptionAlias] = [],
    ours: Bool = false
  ) {
    wrappedValue = Given(
      OptionDeclaration(
        OptionSpecification(
          name, help, kind: kind ?? (Value.isNumber ? .number : .string), isRequired: presence == .required,
          isPositional: positional, isEmptyAllowed: emptyOK, completion: complete, aliases: aliases,
          isOurs: ours)))
  }

  /// Keeps the text; conversion comes later.
  public mutating func accept(_ raw: String?) {
    wrappedValue.raw = raw ?? ""
  }
}
