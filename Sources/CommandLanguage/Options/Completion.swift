/// What kind of value an option wants, by a name such as `domain-shutoff`. Whoever knows the names finds the values.
public struct Completion: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The name of the kind; empty if nothing can be offered.
  public let kind: String

  /// A kind by its name.
  public init(_ kind: String) {
    self.kind = kind
  }

  /// A kind by its name.
  public init(stringLiteral kind: String) {
    self.init(kind)
  }

  /// Nothing to offer.
  public static let none = Completion("")
  /// Names of commands.
  public static let command = Completion("command")
  /// Existing files of the local machine.
  public static let file = Completion("file")
}
