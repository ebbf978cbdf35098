/// Another spelling of an option, never shown in help. It may bring its own value: `--shareable` for `--mode shareable`.
public struct OptionAlias: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The other name, without dashes.
  public let name: String
  /// The value it stands for; an alias with a value takes none.
  public let value: String?

  /// Another name, perhaps with a value of its own.
  public init(_ name: String, value: String? = nil) {
    self.name = name
    self.value = value
  }

  /// Another name without a value of its own.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}
