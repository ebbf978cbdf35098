/// What was given for an option: its text, converted on demand.
public struct Given<Value: OptionValue>: Sendable {
  /// The text, or nil if the option was not given.
  public internal(set) var raw: String?
  let declaration: OptionDeclaration

  init(_ declaration: OptionDeclaration) {
    self.declaration = declaration
  }

  /// An option that is or is not given, for tests and for commands that call commands.
  public init(_ raw: String? = nil, option: String, isEmptyAllowed: Bool = false) {
    self.raw = raw
    let kind: OptionKind = Value.isNumber ? .number : .string
    declaration = OptionDeclaration(OptionSpecification(option, kind: kind, isEmptyAllowed: isEmptyAllowed))
  }

  /// The option's name, for messages.
  public var option: String { declaration.specification.name }

  /// Whether the option was given, whatever its value.
  public var isGiven: Bool { raw != nil }

  /// The value, or nil if the option was not given.
  ///
  /// - Throws: if the text is empty where it must not be, or does not convert.
  public func value() throws(UsageError) -> Value? {
    guard let raw else { return nil }
    if raw.isEmpty, !Value.isNumber, !declaration.specification.isEmptyAllowed {
      throw UsageError("Failed to get option '\(option)': Option argument is empty")
    }
    return try Value.parse(raw, option: option)
  }

  /// The value of an option that must be there. The parser sees to that for options declared as required.
  ///
  /// - Throws: if the option was not given, or as `value()` does.
  public func required() throws(UsageError) -> Value {
    guard let value = try value() else {
      throw UsageError("Failed to get option '\(option)': Mandatory option not present")
    }
    return value
  }
}
